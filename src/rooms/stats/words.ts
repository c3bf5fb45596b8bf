import { grouped } from '@domain/kernel/grouped'
import { clockLabel } from '@domain/kernel/time'
import type { AdviserView, DashboardView, MeasuredView, TileView } from '@domain/stats/contract'

/** `63%`, `+38%` */
export function sayShare(value: number): string {
  return `${Math.round(value * 100)}%`
}

const signed = (value: number, text: string) => `${value < 0 ? '−' : '+'}${text}`

/** A tile's number as it is shown. */
export function sayTile({ value, unit }: Pick<TileView, 'value' | 'unit'>): string {
  if (value === null) return '—'
  if (unit === 'share') return sayShare(value)
  if (unit === 'hours') return value < 1 ? `${Math.round(value * 60)} 分钟` : `${value.toFixed(1)} 小时`
  return value < SMALL && !Number.isInteger(value) ? value.toFixed(1) : grouped(Math.round(value))
}

/** `963`, `3.0万`: a number over a bar, where there is little room. */
export function sayShort(count: number): string {
  return count < TEN_THOUSAND ? grouped(count) : `${(count / TEN_THOUSAND).toFixed(1)}万`
}

const TEN_THOUSAND = 10_000

/** A line of a sum: `+1,200`, `−30`; nothing has no sign. */
export function sayPart(value: number): string {
  return value === 0 ? '0' : signed(value, grouped(Math.abs(value)))
}

/** Below this an average is told with a decimal: rounded, a change would not be seen. */
const SMALL = 10

/** `变化是和 10 月 1 日–19 日比`: which days the changes are of, or why there are none. */
export function sayCompared({ words, before }: DashboardView['comparison']): string {
  return before === null ? words : `变化是和 ${before}比`
}

/** Whether a percentage would be of next to nothing, so that the change is told in numbers. */
export const isToldInNumbers = ({ change, unit, was }: TileView): boolean =>
  change !== null && unit !== 'share' && Boolean(was && (was < FEW || change > MANY_TIMES))

/**
 * `+6.1%`; for shares `−1.2 点`; in numbers `比之前多 11`; null where there is nothing to compare.
 * @param inNumbers also where something beside it is told so: one card says it in one way
 */
export function sayChange(tile: TileView, inNumbers = isToldInNumbers(tile)): string | null {
  const { change, unit, was } = tile
  if (change === null || Math.abs(change) < 0.0005) return null
  if (unit !== 'share' && was && inNumbers)
    return `比之前${change < 0 ? '少' : '多'} ${sayTile({ value: Math.abs(was * change), unit })}`
  const amount = Math.abs(change * 100).toFixed(1)
  return signed(change, unit === 'share' ? `${amount} 点` : `${amount}%`)
}

/** Of so few, and where it has become so many more times as much, a percentage says nothing. */
const FEW = 5
const MANY_TIMES = 3

/** Growth is welcome where more of it is what everybody wants; of the rest nobody can say. */
export function changeFace({ change, key }: TileView): string {
  if (neutral.has(key)) return 'secondary'
  return (change ?? 0) < 0 ? 'stats__change--down' : 'stats__change--up'
}

const neutral = new Set(['coinsSpent', 'coinsInCirculation', 'approvals', 'approvalTime'])

/** `8:00 和 18:30 前后人最多`; half hours from midnight. */
export function sayBusiest(slots: readonly number[]): string | null {
  if (slots.length === 0) return null
  return `${slots.map(slot => clockLabel(slot * 30)).join(' 和 ')} 前后人最多`
}

const sayDay = (day: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

/** `11 月 9 日–15 日`; with the month, and the year, where they differ. */
export function sayDays({ from, to }: { from: string; to: string }): string {
  if (from === to) return sayDay(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${sayDay(from)}–${Number(to.slice(8))} 日`
  const year = from.slice(0, 4) === to.slice(0, 4) ? '' : `${from.slice(0, 4)} 年 `
  return `${year}${sayDay(from)}–${sayDay(to)}`
}

/** `7:00–9:00` */
export function sayHours({ fromMinute, toMinute }: { fromMinute: number; toMinute: number }): string {
  return `${clockLabel(fromMinute)}–${clockLabel(toMinute)}`
}

/** What a running Happy Hour has brought, or why nobody can tell. */
export function sayMeasured(measured: MeasuredView): string {
  const { since, verdict, because, uplift, low, high, weeksAfter } = measured
  if (since === null) return '它从一开始就在，没有开设前的访问可比。'
  if (because === 'fewWeeks') return '开设前后都要有四个整周，才能比。'
  if (because === 'fewVisits') return '这段时间来的人太少，多一个少一个都会变。'
  const interval = `${sayShift(low ?? 0)} 到 ${sayShift(high ?? 0)}`
  if (verdict === 'cannotTell') return `${weeksAfter} 周里的变化在 ${interval} 之间，多和少都有可能。`
  return `比开设前${verdict === 'more' ? '多' : '少'} ${sayShare(Math.abs(uplift ?? 0))}（95% 的把握在 ${interval} 之间，看了 ${weeksAfter} 周）。`
}

/** Why a window that runs is not among the proposals: `没列进建议：…`. */
export function sayUnproposed({ because, times }: NonNullable<MeasuredView['unproposed']>): string {
  if (because === 'near') return '没列进建议：建议的那一段和它重叠，人更集中。'
  if (because === 'quiet') return `没列进建议：这段时间每半小时是平常的 ${times.toFixed(1)} 倍，不到 1.5 倍。`
  if (because === 'short') return '没列进建议：人多的时候不到一小时。'
  if (because === 'long') return '没列进建议：人多的时候连着超过三小时，看不出是哪一段。'
  return '没列进建议：人是多，但换几天看就不是这一段。'
}

/** Where to draw bands: what is proposed, and what runs without being proposed. */
export function bandsOf({ proposals, running }: Pick<AdviserView, 'proposals' | 'running'>) {
  const others = running.filter(one => !proposals.some(proposed => sayHours(proposed) === sayHours(one)))
  return [
    ...proposals,
    ...others.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute, running: true })),
  ]
}

const sayShift = (value: number) => signed(value, sayShare(Math.abs(value)))

const unsure = {
  fewDays: '说不准：还不到 14 个整天的访问。',
  fewVisits: '说不准：访问太少，看不出习惯。',
  noPeak: '说不准：没有哪段时间的人明显比平时多。',
} as const

export function sayUnsure(because: keyof typeof unsure): string {
  return unsure[because]
}
