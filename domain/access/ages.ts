import type { Instant } from '../kernel/time'
import { workingTimeAt } from '../kernel/workingTime'

/** One thing that waited for somebody and was decided. */
export interface Decided {
  since: Instant
  until: Instant
}

/** How long things have waited, so far. */
export interface Ages {
  /** Half have waited no longer than this, in working time: nights and weekends are nobody's delay. */
  medianWorkingMs: number
  /** The longest, in working time. */
  longestWorkingMs: number
}

/** How long what is open has waited until now; null where nothing waits. Of an even number the longer of the two middle ones. */
export function agesOf(since: readonly Instant[], now: Instant): Ages | null {
  const until = workingTimeAt(now)
  const ages = since.map(at => Math.max(0, until - workingTimeAt(at))).sort((a, b) => a - b)
  const longest = ages.at(-1)
  if (longest === undefined) return null
  return { medianWorkingMs: ages[Math.floor(ages.length / 2)] ?? longest, longestWorkingMs: longest }
}
