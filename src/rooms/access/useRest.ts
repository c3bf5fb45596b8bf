import { useCallback, useRef } from 'react'

/** Longer than a double tap, shorter than it takes to read the next name. */
const REST_MS = 600

/**
 * Lets a list rest after something has left it: the next card slides under the finger, and the second tap of a double
 * tap was not meant for it.
 * @returns runs what a tap asks for, unless the list still rests
 */
export function useRest(): (decide: () => void) => void {
  const movedAt = useRef(Number.NEGATIVE_INFINITY)
  return useCallback(decide => {
    const now = Date.now()
    if (Math.abs(now - movedAt.current) < REST_MS) return
    movedAt.current = now
    decide()
  }, [])
}
