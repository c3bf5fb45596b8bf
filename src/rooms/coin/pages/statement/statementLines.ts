import { type Reason, reasonNames } from '@domain/coin/reasons'
import { clockLabel, inChina } from '@domain/kernel/time'
import type { api, Output } from '@/api'

export type Line = Output<typeof api.coin.openStatement>['lines'][number]

const isReason = (reason: string): reason is Reason => reason in reasonNames

const clockOf = (at: number) => inChina(at).format('H:mm')

/** What a line is called that is neither an earning nor named by its reason. */
const kindWords: Partial<Record<Line['kind'], string>> = { reverse: '扣回', restore: '补回' }

/** "7:44 · 发帖 5 × 2", or why coins went back. */
export function explain({ recordedAt, reason, earning, because, kind }: Line): string {
  const name = isReason(reason) ? reasonNames[reason] : reason
  const times = earning && earning.multiplier > 1 ? ` × ${earning.multiplier}` : ''
  const words = earning ? `${name} ${earning.base}${times}` : (kindWords[kind] ?? name)
  return `${clockOf(recordedAt)} · ${words}${because ? `，${because}` : ''}`
}

/** The equation behind an earning, with the cap where it bit. */
export function equation(line: Line) {
  const { earning, receivedAt, amount, debtPaid } = line
  if (!earning) return null
  const { base, multiplier, window, cap, ruleVersion } = earning
  const name = isReason(line.reason) ? reasonNames[line.reason] : line.reason
  const received = inChina(receivedAt).format('H:mm:ss')
  const within = window ? `，在 ${clockLabel(window.fromMinute)}–${clockLabel(window.toMinute)} 内` : ''
  const earned = amount + debtPaid
  return {
    name,
    base,
    multiplier,
    earned,
    received: `${received} 收到${within}`,
    cap: `当天${name}已得 ${cap.earnedToday}，上限 ${cap.perDay}`,
    capped: earned < base * multiplier,
    rules: `规则 v${ruleVersion}`,
  }
}
