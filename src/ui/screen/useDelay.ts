import { useEffect, useState } from 'react'

/** True once `on` has lasted `delayMs`: what comes sooner needs no skeleton. */
export function useDelay(on: boolean, delayMs: number): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    if (!on) {
      setPassed(false)
      return
    }
    const timer = setTimeout(() => setPassed(true), delayMs)
    return () => clearTimeout(timer)
  }, [on, delayMs])
  return on && passed
}
