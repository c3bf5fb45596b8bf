import { useEffect, useState } from 'react'

const durationMs = 600
/** 15 steps: each one is a setData in WeChat. */
const stepMs = 40

/** Counts from zero to `target` once, easing out. Later changes of the target are taken over at once. */
export function useCountUp(target: number, enabled: boolean): number {
  const [share, setShare] = useState(enabled ? 0 : 1)
  useEffect(() => {
    if (!enabled) return
    const startedAt = Date.now()
    const timer = setInterval(() => {
      const passed = Math.min(1, (Date.now() - startedAt) / durationMs)
      setShare(1 - (1 - passed) ** 3)
      if (passed === 1) clearInterval(timer)
    }, stepMs)
    return () => clearInterval(timer)
  }, [enabled])
  return Math.round(target * share)
}
