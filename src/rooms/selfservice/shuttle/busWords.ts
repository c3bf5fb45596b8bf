import { DAY_MS, dayOf, type Instant, inChina, MINUTE_MS, startOfDay } from '@domain/kernel/time'
import type { DayType } from '@domain/selfservice/serviceDays'
import { sayClock } from '@/ui/clock/moment'

export const dayTypeNames: Record<DayType, string> = {
  working: '工作日',
  saturday: '周六',
  sunday: '周日',
  holiday: '节假日',
}

const WEEKDAYS = '日一二三四五六'
/** Further away a clock says more than a number of minutes. */
const COUNTED_MS = 60 * MINUTE_MS
const WEEK_DAYS = 7

/** What riders and keepers hear of a year whose holidays nobody knows yet. */
export function sayUnannounced(year: number): string {
  return `${year} 年放假安排还没公布，节假日以行政通知为准`
}

/** `12 月 1 日` */
export function sayDay(on: string): string {
  return inChina(startOfDay(on)).format('M 月 D 日')
}

/** `11 月 28 日 周六` */
export function sayDayOfWeek(on: string): string {
  const at = inChina(startOfDay(on))
  return `${at.format('M 月 D 日')} 周${WEEKDAYS[at.day()]}`
}

export function daysUntil(on: string, now: Instant): number {
  return Math.round((startOfDay(on) - startOfDay(dayOf(now))) / DAY_MS)
}

/** When a bus comes, the one number of the page, and what follows it: "12 分钟" "后到安亭地铁站，7:52". */
export function sayNext(at: Instant, now: Instant, stopName: string): { big: string; rest: string } {
  const left = at - now
  if (left < MINUTE_MS) return { big: '马上到', rest: stopName }
  if (left < COUNTED_MS)
    return { big: `${Math.floor(left / MINUTE_MS)} 分钟`, rest: `后到${stopName}，${sayClock(at)}` }
  return { big: sayTime(at, now), rest: `到${stopName}` }
}

/** A time of day, with its day where it is not today's: "17:40", "明天 7:32", "周一 7:32". */
export function sayTime(at: Instant, now: Instant): string {
  const days = daysUntil(dayOf(at), now)
  const clock = sayClock(at)
  if (days === 0) return clock
  if (days === 1) return `明天 ${clock}`
  if (days < WEEK_DAYS) return `周${WEEKDAYS[inChina(at).day()]} ${clock}`
  return `${sayDay(dayOf(at))} ${clock}`
}
