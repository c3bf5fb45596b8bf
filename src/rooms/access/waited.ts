import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'

/** How long something has waited, in the largest unit that says enough: "不到 1 分钟", "25 分钟", "3 小时", "2 天". */
export function sayWaited(spanMs: number): string {
  if (spanMs < MINUTE_MS) return '不到 1 分钟'
  if (spanMs < HOUR_MS) return `${Math.floor(spanMs / MINUTE_MS)} 分钟`
  if (spanMs < DAY_MS) return `${Math.floor(spanMs / HOUR_MS)} 小时`
  return `${Math.floor(spanMs / DAY_MS)} 天`
}

/** From two days on a colleague has waited too long. */
export const isOverdue = (spanMs: number): boolean => spanMs >= 2 * DAY_MS
