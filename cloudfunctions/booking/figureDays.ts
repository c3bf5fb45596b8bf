import { refuse } from '@domain/kernel/errors'
import { DAY_MS, type Day, type Instant, startOfDay } from '@domain/kernel/time'

const DAYS_MAX = 366

/**
 * The time that figures are asked for: both days are part of it.
 * @throws Refusal BOOKING_DAYS_WRONG when it ends before it begins or is longer than a year
 */
export function figureTimes(fromOn: Day, untilOn: Day): { fromAt: Instant; untilAt: Instant } {
  const times = { fromAt: startOfDay(fromOn), untilAt: startOfDay(untilOn) + DAY_MS }
  const isWrong = times.untilAt <= times.fromAt || times.untilAt - times.fromAt > DAYS_MAX * DAY_MS
  refuse(isWrong, 'BOOKING_DAYS_WRONG', ['untilOn'])
  return times
}
