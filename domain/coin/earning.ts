import type { Instant } from '../kernel/time'
import type { EarnReason } from './reasons'
import { type CoinRules, happyHourAt } from './rules'

export interface Earning {
  /** Whole coins after multiplier and cap. */
  amount: number
  base: number
  multiplier: number
  /** The window that multiplied, if any. */
  window: { fromMinute: number; toMinute: number } | null
  cap: { perDay: number; earnedToday: number }
  /** What the reason can still earn that day afterwards. */
  leftToday: number
  ruleVersion: number
}

interface Facts {
  rules: CoinRules
  reason: EarnReason
  /** When the server first received the action. */
  at: Instant
  /** What the reason has earned this person on that day before. */
  earnedToday: number
}

/**
 * What an action earns: base × the best running Happy Hour's multiplier, saturated at what is left of the day's cap.
 */
export function decideEarning({ rules, reason, at, earnedToday }: Facts): Earning {
  const { base, perDayMax } = rules.earning[reason]
  const window = happyHourAt(rules.happyHours, reason, at)
  const multiplier = window?.multiplier ?? 1
  const left = Math.max(0, perDayMax - earnedToday)
  const amount = Math.min(base * multiplier, left)
  return {
    amount,
    base,
    multiplier,
    window: window && { fromMinute: window.fromMinute, toMinute: window.toMinute },
    cap: { perDay: perDayMax, earnedToday: earnedToday + amount },
    leftToday: left - amount,
    ruleVersion: rules.version,
  }
}
