import { useEffect, useState } from 'react'

let openAt = 0

/** Keeps from when on this phone may try again, so that the other form is not filled in vain. */
export function keepTriedTooOften(againAt: number | undefined): void {
  openAt = againAt ?? openAt
}

/** From when on one may try again, where that is still to come. */
const triesOpenAt = (now: number): number | undefined => (now < openAt ? openAt : undefined)

/** The same, forgotten when the time has come. */
export function useTriesOpenAt(): number | undefined {
  const [, setTurn] = useState(0)
  const at = triesOpenAt(Date.now())
  useEffect(() => {
    if (at === undefined) return
    const timer = setTimeout(() => setTurn(turn => turn + 1), at - Date.now() + 1)
    return () => clearTimeout(timer)
  }, [at])
  return at
}
