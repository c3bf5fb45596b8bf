import { DAY_MS, dayOf, type Instant, MINUTE_MS, startOfDay } from '../../domain/kernel/time'

/** How close to now anything in the demonstration world may have happened. */
const LATEST_MINUTES = 2

/** Moments before now, as somebody would tell them. */
export interface Calendar {
  now: Instant
  minutesAgo(minutes: number): Instant
  /** A time of day in UTC+8, so many days before today; a day earlier if that is still to come. */
  at(daysAgo: number, clock: string): Instant
  /** So long after another moment, and still before now. */
  after(moment: Instant, minutes: number): Instant
}

export function calendarOf(now: Instant): Calendar {
  const latest = now - LATEST_MINUTES * MINUTE_MS
  return {
    now,
    minutesAgo: minutes => now - minutes * MINUTE_MS,
    at(daysAgo, clock) {
      const [hours = 0, minutes = 0] = clock.split(':').map(Number)
      const moment = startOfDay(dayOf(now - daysAgo * DAY_MS)) + (hours * 60 + minutes) * MINUTE_MS
      return moment <= latest ? moment : moment - DAY_MS
    },
    after: (moment, minutes) => Math.min(moment + minutes * MINUTE_MS, latest),
  }
}
