import { useCallback, useEffect, useRef, useState } from 'react'

/** Longer than a double tap, shorter than it takes to read the next name. */
const REST_MS = 600

export interface Rest {
  /** What has slid under the finger takes no taps yet. */
  resting: boolean
  /** Runs what a tap asks for, unless the list still rests. */
  decide: (act: () => void) => void
}

/**
 * Lets a list rest after something has left it: what comes next slides under the finger, and the second tap of a
 * double tap was not meant for it.
 */
export function useRest(): Rest {
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const [resting, setResting] = useState(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const decide = useCallback((act: () => void) => {
    // The ref refuses the second tap of a frame, before anything is drawn anew.
    if (timer.current !== undefined) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      setResting(false)
    }, REST_MS)
    setResting(true)
    act()
  }, [])
  return { resting, decide }
}
