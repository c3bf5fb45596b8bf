import { momentLabel } from '@domain/booking/wording'
import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import { WORKING_DAY_MS } from '@domain/kernel/workingDay'
import { membershipReminderAfter } from '@domain/union/lateness'

/** How long something has waited, in the largest unit that says enough: "不到 1 分钟", "25 分钟", "3 小时", "2 天". */
export function sayWaited(spanMs: number): string {
  if (spanMs < MINUTE_MS) return '不到 1 分钟'
  if (spanMs < HOUR_MS) return `${Math.floor(spanMs / MINUTE_MS)} 分钟`
  if (spanMs < DAY_MS) return `${Math.floor(spanMs / HOUR_MS)} 小时`
  return `${Math.floor(spanMs / DAY_MS)} 天`
}

/** A span of working time, at least a minute: "25 分钟", "3 小时", "2 个工作日". */
export function sayWorked(workingMs: number): string {
  if (workingMs < WORKING_DAY_MS) return sayWaited(Math.max(workingMs, MINUTE_MS))
  return `${Math.floor(workingMs / WORKING_DAY_MS)} 个工作日`
}

/** What `sayWaited` says after a word, with a space before a figure alone: "等了不到 1 分钟", "等了 3 小时". */
export function sayWaitedAfter(word: string, spanMs: number): string {
  const span = sayWaited(spanMs)
  return /^\d/.test(span) ? `${word} ${span}` : `${word}${span}`
}

/** From two days on a colleague has waited too long. */
export const isOverdue = (spanMs: number): boolean => spanMs >= 2 * DAY_MS

/** What comes of an application that nobody answers: "11 月 28 日 9:32 再提醒你，不会自动通过". */
export function sayDue(appliedAt: number, now: number): string {
  const at = membershipReminderAfter(appliedAt, now)
  return `${dayOf(at) === dayOf(now) ? '今天 ' : ''}${momentLabel(at, now)} 再提醒你，不会自动通过`
}
