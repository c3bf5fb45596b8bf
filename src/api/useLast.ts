import { useRef } from 'react'

/** The last value there was, while the next is under way: what stands above a list stays where it is. */
export function useLast<T>(value: T | undefined): T | undefined {
  const last = useRef(value)
  if (value !== undefined) last.current = value
  return last.current
}
