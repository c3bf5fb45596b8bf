import { weekdayLabel } from '@domain/booking/wording'
import { DAY_MS, type Day, dayOf, type Instant, inChina, startOfDay } from '@domain/kernel/time'

const WEEK_DAYS = 7

/** 今天, 昨天, the weekday within a week, and the date before that. */
export function sayDayAgo(on: Day, now: Instant): string {
  const days = Math.round((startOfDay(dayOf(now)) - startOfDay(on)) / DAY_MS)
  if (days <= 0) return '今天'
  if (days === 1) return '昨天'
  if (days < WEEK_DAYS) return weekdayLabel(startOfDay(on))
  return inChina(startOfDay(on)).format('M 月 D 日')
}
