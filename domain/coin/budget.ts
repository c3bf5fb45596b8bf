import type { Day } from '../kernel/time'
import { dayAfter } from '../stats/events'

/** The first day of the quarter that a day is in. */
export function quarterFrom(on: Day): Day {
  const month = Number(on.slice(5, 7))
  const first = month - ((month - 1) % 3)
  return `${on.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
}

/** 1 to 4. */
export const quarterOf = (on: Day): number => Math.ceil(Number(on.slice(5, 7)) / 3)

/** The last day of the quarter that a day is in. */
export function quarterUntil(on: Day): Day {
  const next = quarterFrom(dayAfter(quarterFrom(on), 95))
  return dayAfter(next, -1)
}

export interface Reach {
  left: number
  /** The last day for which it is enough at so much a day; null: for the whole quarter. */
  until: Day | null
}

/** How far a quarter's budget reaches from a day on, when each day costs as much as `aDay`. */
export function reachOf(budget: number, earned: number, aDay: number, on: Day): Reach {
  const left = Math.max(0, budget - earned)
  const until = quarterUntil(on)
  if (aDay <= 0) return { left, until: null }
  const days = Math.floor(left / aDay)
  // A budget of years would be a date nobody can read.
  const last = days > 100 ? until : dayAfter(on, days - 1)
  return { left, until: last >= until ? null : last }
}
