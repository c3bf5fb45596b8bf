import { DAY_MS, dayOf, type Instant } from '../kernel/time'
import type { Closing } from './lately'

const TREND_DAYS = 30

/**
 * The balance at the end of each of the last 30 days, today last; a day that moved nothing repeats the one before it.
 * Shorter where the account is younger, empty where it never moved.
 */
export function trendOf(closings: readonly Closing[], now: Instant): number[] {
  const days = Array.from({ length: TREND_DAYS }, (_day, back) =>
    dayOf(now - (TREND_DAYS - 1 - back) * DAY_MS),
  )
  return days.flatMap(on => {
    const standing = closings.filter(closing => closing.on <= on).at(-1)
    return standing ? [standing.balance] : []
  })
}
