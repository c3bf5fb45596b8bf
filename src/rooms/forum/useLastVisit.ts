import { MINUTE_MS } from '@domain/kernel/time'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { callerScope } from '@/api'

/** Whoever comes back sooner has not been away. */
export const SAME_VISIT_MS = 10 * MINUTE_MS

const keyOf = () => `visit.forum.${callerScope()}`

/** A visit by the server's clock: until when the one before was, and this one. */
interface Visits {
  seenUntil: number
  lastAt: number
}

const isVisits = (kept: unknown): kept is Visits =>
  typeof kept === 'object' && kept !== null && 'seenUntil' in kept && 'lastAt' in kept

/** The visits after somebody has been here at `now`: a new visit begins after a pause, and has seen what was before it. */
export function visitsAfter(before: Visits | null, now: number): Visits {
  // Who comes for the first time is shown no marks: everything would be new.
  if (!before) return { seenUntil: now, lastAt: now }
  const isSame = now - before.lastAt < SAME_VISIT_MS
  return { seenUntil: isSame ? before.seenUntil : before.lastAt, lastAt: Math.max(now, before.lastAt) }
}

/**
 * Until when the reader has seen the feed before this visit, by the server's clock; kept on the phone alone.
 * @param now the server's time of the answer that is shown
 */
export function useLastVisit(now: number | undefined): number {
  const [visits, setVisits] = useState<Visits | null>(() => {
    const kept: unknown = Taro.getStorageSync(keyOf())
    return isVisits(kept) ? kept : null
  })
  const latest = useRef(visits)
  useEffect(() => {
    if (now === undefined) return
    const after = visitsAfter(latest.current, now)
    latest.current = after
    setVisits(after)
    void Taro.setStorage({ key: keyOf(), data: after })
  }, [now])
  return visits?.seenUntil ?? Number.MAX_SAFE_INTEGER
}
