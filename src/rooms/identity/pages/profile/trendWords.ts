import { grouped } from '@domain/kernel/grouped'
import { DAY_MS, dayOf, type Instant } from '@domain/kernel/time'

/** When the value at a place of the trend was the balance, in words: the last is today's. */
function sayDayAt(trend: readonly number[], place: number, now: Instant): string {
  const back = trend.length - 1 - place
  const on = dayOf(now - back * DAY_MS)
  return back === 0 ? '今天' : `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`
}

/** "11 月 12 日 1,310 沃币" */
export function sayBalanceAt(trend: readonly number[], place: number, now: Instant): string {
  return `${sayDayAt(trend, place, now)} ${grouped(trend[place] ?? 0)} 沃币`
}

/** Where the balance began, where it stands, and when it was the highest in between. */
export function sayTrend(trend: readonly number[], now: Instant): string {
  const highest = Math.max(...trend)
  const first = trend[0] ?? 0
  const last = trend.at(-1) ?? 0
  const ends = `近 ${trend.length} 天从 ${grouped(first)} 到 ${grouped(last)}`
  if (highest === first || highest === last) return ends
  return `${ends}，最多 ${grouped(highest)}（${sayDayAt(trend, trend.indexOf(highest), now)}）`
}
