import { useEffect, useState } from 'react'

/**
 * The present, told again every `everyMs`. Pass `undefined` to stop, so that a page without a countdown
 * does not redraw itself each second.
 */
export function useNow(everyMs: number | undefined): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (everyMs === undefined) return
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
