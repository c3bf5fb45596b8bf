import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** Milliseconds since the epoch. Every `…At` in the house is one. */
export type Instant = number
/** A calendar day in UTC+8, `YYYY-MM-DD`. Every `…On` in the house is one. */
export type Day = string
/** A calendar month in UTC+8, `YYYY-MM`. */
export type Month = string

/** China has one time zone and no daylight saving. */
const UTC8_MINUTES = 8 * 60

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The wall clock in China at an instant, whatever the server's or the phone's zone is. */
export function inChina(at: Instant): dayjs.Dayjs {
  return dayjs(at).utcOffset(UTC8_MINUTES)
}

/** The UTC+8 day that an instant belongs to. */
export function dayOf(at: Instant): Day {
  return isoInChina(at)?.slice(0, 10) ?? inChina(at).format('YYYY-MM-DD')
}

/** The UTC+8 month that an instant belongs to. */
export function monthOf(at: Instant): Month {
  return isoInChina(at)?.slice(0, 7) ?? inChina(at).format('YYYY-MM')
}

/** Some three thousand days are asked for before the first order of heat is known: this takes a fifth of a format's time. */
function isoInChina(at: Instant): string | null {
  return at >= 0 && at < LAST_OF_FOUR_DIGITS ? new Date(at + UTC8_MINUTES * MINUTE_MS).toISOString() : null
}

/** Years of five digits are written in another way. */
const LAST_OF_FOUR_DIGITS = Date.UTC(9999, 11, 31)

/** The first instant of a UTC+8 day. */
export function startOfDay(on: Day): Instant {
  return dayjs.utc(on).subtract(UTC8_MINUTES, 'minute').valueOf()
}

/** The instant of a time of day, `07:30`, on a UTC+8 day; null while either is missing or is none. */
export function instantAt(on: Day, clock: string): Instant | null {
  const at = Date.parse(`${on}T${clock}:00+08:00`)
  return Number.isNaN(at) ? null : at
}

/** Whether a text names a day that the calendar has. */
export function isDay(on: string): boolean {
  const at = startOfDay(on)
  return !Number.isNaN(at) && dayOf(at) === on
}

/** Monday is 1, Sunday 7 (ISO 8601), in UTC+8. */
export function weekdayOf(at: Instant): number {
  const sundayFirst = inChina(at).day()
  return sundayFirst === 0 ? 7 : sundayFirst
}

/** `7:00` for 420. */
export function clockLabel(minuteOfDay: number): string {
  return `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`
}
