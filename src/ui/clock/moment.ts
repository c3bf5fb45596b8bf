import { DAY_MS, HOUR_MS } from '@domain/kernel/time'

const offsetMs = 8 * HOUR_MS

const dayOf = (at: number) => Math.floor((at + offsetMs) / DAY_MS)

/**
 * When a thing was, as a colleague would say it, in UTC+8: "今天 7:40", "昨天 21:40", "11 月 3 日", "2025 年 11 月 3 日".
 * @param at milliseconds since the epoch
 * @param now the reader's present, in the same unit
 */
export function sayWhen(at: number, now: number): string {
  const local = new Date(at + offsetMs)
  const daysAgo = dayOf(now) - dayOf(at)
  if (daysAgo === 0) return `今天 ${sayClock(at)}`
  if (daysAgo === 1) return `昨天 ${sayClock(at)}`
  const day = `${local.getUTCMonth() + 1} 月 ${local.getUTCDate()} 日`
  return `${sayOtherYear(local.getUTCFullYear(), now)}${day}`
}

/**
 * The same with the time of day of every day, where people look up when something was done: "昨天 21:40",
 * "11 月 3 日 9:32".
 */
export function sayMoment(at: number, now: number): string {
  const when = sayWhen(at, now)
  return when.includes(':') ? when : `${when} ${sayClock(at)}`
}

/** What stands before a day or month of a year that is not the reader's, "2025 年 "; nothing of this year's. */
export function sayOtherYear(year: number, now: number): string {
  return year === new Date(now + offsetMs).getUTCFullYear() ? '' : `${year} 年 `
}

/** A span as a countdown: "1:19:42", "04:09". Never negative. */
export function sayCountdown(spanMs: number): string {
  const seconds = Math.max(0, Math.ceil(spanMs / 1000))
  const pad = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** Time of day in UTC+8: "17:30". */
export function sayClock(at: number): string {
  const local = new Date(at + offsetMs)
  return `${local.getUTCHours()}:${String(local.getUTCMinutes()).padStart(2, '0')}`
}
