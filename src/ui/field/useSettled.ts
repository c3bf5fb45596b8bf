import { useEffect, useState } from 'react'

/** Between two letters of somebody who types without looking. */
const TYPING_REST_MS = 300

/** A value once it has stayed the same for so long: what is typed is asked for when the fingers rest. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
