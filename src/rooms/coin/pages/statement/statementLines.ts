import { type Reason, reasonNames } from '@domain/coin/reasons'
import { grouped } from '@domain/kernel/grouped'
import { clockLabel, inChina } from '@domain/kernel/time'
import type { api, Output } from '@/api'
import { sayOtherYear } from '@/ui/clock/moment'

export type Line = Output<typeof api.coin.openStatement>['lines'][number]

const isReason = (reason: string): reason is Reason => reason in reasonNames

const clockOf = (at: number) => inChina(at).format('H:mm')

type Month = Output<typeof api.coin.openStatement>['month']

/** "11 月得到 85，用掉 40": what the month came to; what it had nothing of is left out. */
export function sayMonth({ on, earned, spent, reversed }: Month, now: number): string {
  const sums = [
    { name: '得到', sum: earned },
    { name: '用掉', sum: spent },
    { name: '净扣回', sum: reversed },
  ]
  const parts = sums.flatMap(({ name, sum }) => (sum === 0 ? [] : [`${name} ${grouped(sum)}`]))
  const month = `${sayOtherYear(Number(on.slice(0, 4)), now)}${Number(on.slice(5))} 月`
  return `${month}${parts.join('，') || '没有进出'}`
}

/** What a line is called that is neither an earning nor named by its reason. */
const kindWords: Partial<Record<Line['kind'], string>> = {
  refund: '退回',
  reverse: '扣回',
  restore: '补回',
  give: '发放',
  take: '收回',
}

/** "7:44 · 发帖 5 × 2", "被赞 1 × 14，到当日上限 20", or why coins went back. */
export function explain(line: Line): string {
  const { recordedAt, reason, earning, because, kind } = line
  const name = isReason(reason) ? reasonNames[reason] : reason
  const words = earning ? `${name} ${termsOf(earning)}${sayCap(line)}` : (kindWords[kind] ?? name)
  return `${clockOf(recordedAt)} · ${words}${because ? `，${because}` : ''}`
}

type LineEarning = NonNullable<Line['earning']>

function termsOf({ base, times, multiplier, inARow }: LineEarning): string {
  const terms = [base, times, multiplier].filter((term, place) => place === 0 || term > 1).join(' × ')
  const extra = inARow?.extra ? `，连续 ${inARow.day} 天再加 ${inARow.extra}` : ''
  const gift = inARow?.gift ? `，第 ${inARow.day} 天送 ${inARow.gift}` : ''
  return terms + extra + gift
}

/** What the terms come to before any cap. */
function uncappedOf({ base, times, multiplier, inARow }: LineEarning): number {
  return base * times * multiplier + (inARow ? inARow.extra + inARow.gift : 0)
}

function sayCap({ earning, amount, debtPaid }: Line): string {
  if (!earning || amount + debtPaid >= uncappedOf(earning)) return ''
  return amount + debtPaid === 0
    ? `，当日沃币已达上限 ${earning.cap.perDay}`
    : `，到当日上限 ${earning.cap.perDay}`
}

/** "经验 +10"; empty where a line moves coins alone. */
export function sayExperience({ experience }: Pick<Line, 'experience'>): string {
  if (experience === 0) return ''
  return `经验 ${experience > 0 ? '+' : '−'}${Math.abs(experience)}`
}

/** What a line without an earning did to the balance: before, what moved, after; and when. */
export function movement({ amount, balanceAfter, receivedAt, reason, kind, because }: Line) {
  return {
    before: balanceAfter - amount,
    moved: Math.abs(amount),
    sign: amount < 0 ? '−' : '+',
    after: balanceAfter,
    name: kindWords[kind] ?? (isReason(reason) ? reasonNames[reason] : reason),
    when: `${inChina(receivedAt).format('M 月 D 日 H:mm:ss')} 记账`,
    because: because ?? '',
  }
}

/** Where a line leads, and how that is called. */
export const subjectNames: Record<NonNullable<Line['subject']>['kind'], string> = {
  post: '看这篇帖子',
  order: '看这个订单',
  place: '看这次报名',
}

/** The equation behind an earning, with the cap where it bit. */
export function equation(line: Line) {
  const { earning, receivedAt, amount, debtPaid } = line
  if (!earning) return null
  const { base, times, multiplier, inARow, window, cap, experienceCap, ruleVersion } = earning
  const name = isReason(line.reason) ? reasonNames[line.reason] : line.reason
  const received = inChina(receivedAt).format('H:mm:ss')
  const within = window ? `，在 ${clockLabel(window.fromMinute)}–${clockLabel(window.toMinute)} 内` : ''
  const earned = amount + debtPaid
  return {
    name,
    base,
    times,
    multiplier,
    added: inARow ? inARow.extra + inARow.gift : 0,
    earned,
    received: `${received} 收到${within}`,
    cap: `当天${name}已得 ${cap.earnedToday}，上限 ${cap.perDay}`,
    experience: `当天${name}已得经验 ${experienceCap.earnedToday}，上限 ${experienceCap.perDay}`,
    capped: earned < uncappedOf(earning),
    rules: `规则 v${ruleVersion}`,
  }
}
