import { isWorkday } from 'chinese-days'
import { DAY_MS, dayOf, type Instant, startOfDay } from './time'
import { OPENS_MS, WORKING_DAY_MS } from './workingDay'

/** Before the community existed; any earlier day would do. */
const ORIGIN_AT = startOfDay('2018-01-01')

/** Working days before the n-th day after the origin; grows as later days are asked for. */
const before: number[] = [0]

/**
 * How much working time has passed from 2018 to an instant, in milliseconds. It stands still at night, at weekends and
 * on public holidays, and runs on the days that are worked in exchange; which days those are says `chinese-days`, and
 * for a year that the State Council has not announced yet, Monday to Friday. Never falls as time goes on.
 */
export function workingTimeAt(at: Instant): number {
  const day = Math.floor((Math.max(at, ORIGIN_AT) - ORIGIN_AT) / DAY_MS)
  const worked = workingDaysBefore(day) * WORKING_DAY_MS
  const midnight = ORIGIN_AT + day * DAY_MS
  if (!isWorkday(dayOf(midnight))) return worked
  return worked + Math.min(Math.max(at - midnight - OPENS_MS, 0), WORKING_DAY_MS)
}

function workingDaysBefore(day: number): number {
  for (let known = before.length; known <= day; known += 1) {
    const yesterday = dayOf(ORIGIN_AT + (known - 1) * DAY_MS)
    before.push((before[known - 1] as number) + (isWorkday(yesterday) ? 1 : 0))
  }
  return before[day] as number
}

/** When so much working time has passed since an instant: never at night, unless nothing was to pass. */
export function afterWorkingTime(from: Instant, durationMs: number): Instant {
  if (durationMs <= 0) return from
  const target = workingTimeAt(from) + durationMs
  // Each step is as long as the time still missing, which working time never outruns.
  let at = from
  for (let missing = durationMs; missing > 0; missing = target - workingTimeAt(at)) at += missing
  return at
}
