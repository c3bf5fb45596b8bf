import { isWorkday } from 'chinese-days'
import { DAY_MS, dayOf, type Instant, inChina, startOfDay } from '../../domain/kernel/time'

/** No holidays in China last longer, with the weekends on both sides. */
const LOOKED_AHEAD_DAYS = 15

/**
 * The next working day's instant of a time of day, always after `now`: the world's people speak at their own time, and
 * a clock that goes back leaves them in the future.
 * @param afterMidnightMs of the day in UTC+8
 */
export function nextWorkingMoment(now: Instant, afterMidnightMs: number): Instant {
  const midnight = startOfDay(dayOf(now))
  for (let day = 0; day < LOOKED_AHEAD_DAYS; day += 1) {
    const at = midnight + day * DAY_MS + afterMidnightMs
    if (at > now && isWorkday(dayOf(at))) return at
  }
  return midnight + DAY_MS + afterMidnightMs
}

/** Which day a later moment is on: nothing for today, then 明天, then its date. */
export function sayLaterDay(at: Instant, now: Instant): string {
  if (dayOf(at) === dayOf(now)) return ''
  return dayOf(at) === dayOf(now + DAY_MS) ? '明天 ' : inChina(at).format('M 月 D 日 ')
}
