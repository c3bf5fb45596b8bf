import { useEffect, useState } from 'react'

/** A value once it has stayed the same for so long: what is typed is asked for when the fingers rest. */
export function useSettled<T>(value: T, restMs: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return settled
}
