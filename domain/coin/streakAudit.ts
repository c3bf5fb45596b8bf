import { DAY_MS, type Day, dayOf, startOfDay } from '../kernel/time'
import type { Entry } from './entry'
import { type Difference, differs } from './findings'

/** The last day that somebody was paid for by days in a row. */
export interface StreakWalk {
  last: { on: Day; day: number } | null
}

export function noStreak(): StreakWalk {
  return { last: null }
}

/** Judges which day in a row an entry was paid for after those before it, then takes it into the walk. */
export function stepOfStreak(walk: StreakWalk, { earning, receivedAt }: Entry): Difference | null {
  const paid = earning?.inARow
  if (!paid) return null
  const on = dayOf(receivedAt)
  const yesterday = dayOf(startOfDay(on) - DAY_MS)
  const before = walk.last
  walk.last = { on, day: paid.day }
  if (before && before.on >= on)
    return { code: 'STREAK_WRONG', expected: `a day after ${before.on}`, actual: on }
  return differs('STREAK_WRONG', before?.on === yesterday ? before.day + 1 : 1, paid.day)
}
