import { levelOf } from '@domain/growth/levels'
import { DAY_MS, dayOf, inChina } from '@domain/kernel/time'
import { nextPeriodOn, type PeriodLimit, type SaleWindow, saleStateAt } from '@domain/mall/goods'
import { sayClock, sayCountdown } from '@/ui/clock/moment'

/** The day of an instant to come: nothing of today, "明天", "11 月 22 日". */
export function sayDayOf(at: number, now: number): string {
  if (dayOf(at) === dayOf(now)) return ''
  return dayOf(at) === dayOf(now + DAY_MS) ? '明天' : inChina(at).format('M 月 D 日')
}

/** What a sale's strip says; undefined: there is nothing to count. */
export function saySale(sale: SaleWindow | null, now: number): string | undefined {
  const state = saleStateAt(sale, now)
  if (sale === null || state === 'always') return undefined
  if (state === 'over') return '这一场结束了'
  const end = state === 'before' ? sale.opensAt : sale.closesAt
  if (end === null) return '正在限时兑换，换完为止'
  const left = end - now
  const rest = sayCountdown(left % DAY_MS)
  if (state !== 'before') return `还剩 ${left > DAY_MS ? `${Math.floor(left / DAY_MS)} 天 ${rest}` : rest}`
  const day = sayDayOf(end, now)
  return day ? `${day} ${sayClock(end)} 开换` : `${sayClock(end)} 开换，还有 ${rest}`
}

export const tagNames = { new: '新到', limited: '限时', level: '等级专享' } as const
export const periodsNow = { day: '今天', week: '这周', month: '这个月' } as const

/** That a period's pieces are taken, and from when on there are more: "这个月的 2 件换过了，12 月 1 日起又能换". */
export function sayPeriodOver({ period, most }: PeriodLimit, unit: string, now: number): string {
  const on = nextPeriodOn(period, now)
  const again = period === 'day' ? '明天' : `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日起`
  return `${periodsNow[period]}的 ${most} ${unit}换过了，${again}又能换`
}

export const periodNames = { day: '每天', week: '每周', month: '每月' } as const

/** Fewer than this and it is worth saying. */
const scarceBelow = 20

interface OnShelf {
  stock: number
  sale: SaleWindow | null
  experienceMin: number | null
}

/** Whether anybody is left out: everybody has the first level. */
function isForSomeLevels(experienceMin: number | null): experienceMin is number {
  return experienceMin !== null && levelOf(experienceMin).number > 1
}

/** "Lv.3 起" */
export const sayLevelFrom = (experience: number) => `Lv.${levelOf(experience).number} 起`

/** The one thing worth saying beside a price: it is gone, not open yet, not for everybody, or nearly gone. */
export function sayTile({ stock, sale, experienceMin }: OnShelf, now: number): string | undefined {
  const state = saleStateAt(sale, now)
  if (stock === 0) return '换完了'
  if (state === 'over') return '已结束'
  if (sale && state === 'before') return `${sayDayOf(sale.opensAt, now) || sayClock(sale.opensAt)} 开换`
  if (isForSomeLevels(experienceMin)) return sayLevelFrom(experienceMin)
  return stock < scarceBelow ? `剩 ${stock}` : undefined
}
