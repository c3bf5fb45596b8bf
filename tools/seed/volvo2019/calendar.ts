import { HOUR_MS, startOfDay, weekdayOf } from '../../../domain/kernel/time'
import { daysFrom } from '../../../domain/stats/events'

/** 298 days: with them 30,028 visits a month and 1,008 a day are the same visits. docs/decisions/0060 shows the sum. */
export const FIRST = '2018-11-07'
export const LAST = '2019-08-31'
/** A Monday. */
export const HAPPY_SINCE = '2019-03-04'

export const MONTHS = 10
export const VISITS = 30_028 * MONTHS
export const POSTS_STANDING = 2_288 * MONTHS
export const POSTS = 24_238
export const REGISTERED = 6_860
export const ELIGIBLE = 8_112

/** The moment that the world ends at. */
export const NOW = new Date(startOfDay(LAST) + 23 * HOUR_MS + 30 * 60_000)

export const days = daysFrom(FIRST, LAST)

const HOLIDAYS = new Set([
  ...daysFrom('2018-12-30', '2019-01-01'),
  ...daysFrom('2019-02-04', '2019-02-10'),
  ...daysFrom('2019-04-05', '2019-04-07'),
  ...daysFrom('2019-05-01', '2019-05-04'),
  ...daysFrom('2019-06-07', '2019-06-09'),
])

const HALF_HOURS = 48
const MORNING = [14, 18] as const
const EVENING = [35, 39] as const
const within = (slot: number, [from, to]: readonly [number, number]) => from <= slot && slot < to

/** How lively a day is beside others: growing, quiet at weekends and holidays. */
export function livelinessOf(on: string): number {
  const age = days.indexOf(on) / days.length
  const weekday = weekdayOf(startOfDay(on))
  const quiet = HOLIDAYS.has(on) ? 0.4 : weekday > 5 ? 0.6 : 1
  return (0.75 + 0.45 * age) * quiet * (weekday === 4 ? 1.08 : 1)
}

/** How many come in each half hour beside others; half as many again in Happy Hours once they run. */
export function rhythmOf(on: string): number[] {
  const isWorkday = weekdayOf(startOfDay(on)) < 6 && !HOLIDAYS.has(on)
  return Array.from({ length: HALF_HOURS }, (_, slot) => {
    const isPeak = within(slot, MORNING) || within(slot, EVENING)
    const lift = isPeak && on >= HAPPY_SINCE ? 1.4 : 1
    if (slot < 12) return 1.2
    if (isPeak) return (isWorkday ? 46 : 30) * lift
    if (slot < 14) return 8
    if (slot >= 24 && slot < 27) return 19
    return slot >= 44 ? 9 : 14
  })
}

/** Shares a whole number out by weights, exactly: the largest remainders get one more. */
export function sharedOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map(weight => (total * weight) / sum)
  const floors = exact.map(Math.floor)
  const left = total - floors.reduce((all, part) => all + part, 0)
  const order = exact
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) floors[index] = (floors[index] as number) + 1
  return floors
}
