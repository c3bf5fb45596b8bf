import type { Instant } from '../kernel/time'
import { additionsOf, type InARow } from './inARow'
import type { EarnReason } from './reasons'
import { type CoinRules, happyHourAt } from './rules'

/** What a day has brought by a reason so far, and what it may bring. */
interface Cap {
  perDay: number
  earnedToday: number
}

/** What an earning brings: whole coins and points of experience. */
export interface Worth {
  amount: number
  experience: number
}

/** Both after their own cap, the coins after the multiplier too. */
export interface Earning extends Worth {
  base: number
  /** How many likes an earning gathers; 1 for what somebody did. */
  times: number
  multiplier: number
  /** Only where days in a row bring more. */
  inARow?: InARow
  /** The window that multiplied, if any. */
  window: { fromMinute: number; toMinute: number } | null
  cap: Cap
  experienceCap: Cap
  /** What the reason can still earn that day afterwards. */
  leftToday: number
  ruleVersion: number
}

export interface EarningFacts {
  rules: CoinRules
  reason: EarnReason
  /** When the server first received the action. */
  at: Instant
  /** What the reason has earned this person on that day before, in coins and in points of experience. */
  earnedToday: number
  experienceToday: number
  /** 1 unless an earning gathers several likes. */
  times?: number
  /** Which day in a row it is, where that counts. */
  day?: number
}

/**
 * What an action earns: base × times × the best running Happy Hour's multiplier, and what days in a row add, saturated at
 * what is left of the day's cap; and base × times of experience, saturated at its own.
 */
export function decideEarning(facts: EarningFacts): Earning {
  const { rules, reason, at, times = 1, day } = facts
  const { base, perDayMax, experience, streak } = rules.earning[reason]
  const window = happyHourAt(rules.happyHours, reason, at)
  const multiplier = window?.multiplier ?? 1
  const left = Math.max(0, perDayMax - facts.earnedToday)
  const inARow = day === undefined ? undefined : { day, ...additionsOf(streak, day) }
  const added = inARow ? inARow.extra + inARow.gift : 0
  const amount = Math.min(base * times * multiplier + added, left)
  const points = Math.min(experience.base * times, Math.max(0, experience.perDayMax - facts.experienceToday))
  return {
    amount,
    experience: points,
    base,
    times,
    multiplier,
    ...(inARow && { inARow }),
    window: window && { fromMinute: window.fromMinute, toMinute: window.toMinute },
    cap: { perDay: perDayMax, earnedToday: facts.earnedToday + amount },
    experienceCap: { perDay: experience.perDayMax, earnedToday: facts.experienceToday + points },
    leftToday: left - amount,
    ruleVersion: rules.version,
  }
}

/** Whole coins and points of two movements together. */
export function sumOf(a: Worth, b: Worth): Worth {
  return { amount: a.amount + b.amount, experience: a.experience + b.experience }
}

/** Whether there is anything to book. */
export function bringsSomething({ amount, experience }: Worth): boolean {
  return amount > 0 || experience > 0
}
