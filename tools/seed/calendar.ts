import {
  DAY_MS,
  type Day,
  dayOf,
  type Instant,
  MINUTE_MS,
  startOfDay,
  weekdayOf,
} from '../../domain/kernel/time'

/** How close to now anything in the demonstration world may have happened. */
const LATEST_MINUTES = 2
const DECEMBER = 12
const MINUTES_A_DAY = DAY_MS / MINUTE_MS

/** Moments around now, as somebody would tell them. */
export interface Calendar {
  now: Instant
  minutesAgo(minutes: number): Instant
  /** A time of day in UTC+8, so many days before today; a day earlier if that is still to come. */
  at(daysAgo: number, clock: string): Instant
  /** As `at`, but of that very day: what is still to come today has happened just now, in the same order. */
  of(daysAgo: number, clock: string): Instant
  /** A time of day in UTC+8, so many days after today. */
  ahead(days: number, clock: string): Instant
  /** How many days it is to the first Monday (1) to Sunday (7) that is at least so many days off. */
  daysTo(weekday: number, least: number): number
  /** The first day of the month after today's. */
  nextMonth(): Day
  /** So long after another moment, and still before now. */
  after(moment: Instant, minutes: number): Instant
}

export function calendarOf(now: Instant): Calendar {
  const latest = now - LATEST_MINUTES * MINUTE_MS
  const on = (day: Instant, clock: string) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number)
    return startOfDay(dayOf(day)) + (hours * 60 + minutes) * MINUTE_MS
  }
  return {
    now,
    minutesAgo: minutes => now - minutes * MINUTE_MS,
    at(daysAgo, clock) {
      const moment = on(now - daysAgo * DAY_MS, clock)
      return moment <= latest ? moment : moment - DAY_MS
    },
    of(daysAgo, clock) {
      const moment = on(now - daysAgo * DAY_MS, clock)
      if (moment <= latest) return moment
      const today = startOfDay(dayOf(now))
      // The rest of the day within the last minute.
      return Math.max(today, latest - Math.round((today + DAY_MS - moment) / MINUTES_A_DAY))
    },
    ahead: (days, clock) => on(now + days * DAY_MS, clock),
    daysTo: (weekday, least) => least + ((weekday - weekdayOf(now + least * DAY_MS) + 7) % 7),
    nextMonth() {
      const [year = 0, month = 0] = dayOf(now).split('-').map(Number)
      return month === DECEMBER ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
    },
    after: (moment, minutes) => Math.min(moment + minutes * MINUTE_MS, latest),
  }
}
