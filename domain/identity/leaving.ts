import { DAY_MS, type Instant } from '../kernel/time'

/** What becomes of the coins of somebody who leaves: they wait for some days in case of a return, or go at once. */
export const coinRules = ['keep', 'forfeit'] as const
export type CoinRule = (typeof coinRules)[number]

/** For so many days coins are kept; whoever comes back within them finds them as they were. */
export const COINS_KEPT_DAYS = 90

/** When what is left of the coins is settled. */
export function settledFrom(rule: CoinRule, leftAt: Instant): Instant {
  return rule === 'keep' ? leftAt + COINS_KEPT_DAYS * DAY_MS : leftAt
}

/**
 * A leaving is carried out step by step, in this order; a document keeps how many are done. Each may be cut off at any
 * request and begun again. The login is frozen before the first, and places are given up by the bookings' own timer.
 */
export const leavingSteps = ['loans', 'offices', 'coins'] as const

export const leavingStates = ['running', 'over', 'returned'] as const
export type LeavingState = (typeof leavingStates)[number]

/** When the next step is due, after so many are done; null: none is left. */
export function nextStepAt(done: number, settlesAt: Instant, leftAt: Instant): Instant | null {
  const step = leavingSteps[done]
  if (step === undefined) return null
  return step === 'coins' ? settlesAt : leftAt
}
