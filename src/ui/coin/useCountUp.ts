import { useEffect, useState } from 'react'
import { wantsStillness } from '../a11y/motion'

const durationMs = 600
/** 15 steps: each one is a setData in WeChat. */
const stepMs = 40

/**
 * Counts from zero to `target` once, easing out; not for somebody who wants less motion. Later changes of the target are
 * taken over at once.
 */
export function useCountUp(target: number, enabled: boolean): number {
  const counts = enabled && !wantsStillness()
  const [share, setShare] = useState(counts ? 0 : 1)
  useEffect(() => {
    if (!counts) return
    const startedAt = Date.now()
    const timer = setInterval(() => {
      const passed = Math.min(1, (Date.now() - startedAt) / durationMs)
      setShare(1 - (1 - passed) ** 3)
      if (passed === 1) clearInterval(timer)
    }, stepMs)
    return () => clearInterval(timer)
  }, [counts])
  return Math.round(target * share)
}
