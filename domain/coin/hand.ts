import type { Instant } from '../kernel/time'
import type { Worth } from './earning'

/**
 * Coins and experience that somebody of the back office gives or takes. A little may be moved by one person; more takes
 * a second one, who is neither the first nor the receiver. What one person alone has moved adds up over a month, for
 * each receiver and for each who moves, so that no sum gets around the second one in parts.
 */

/** What a receiver may get, and lose, in a month by single persons: whole coins, and points of experience. */
const ALONE_MAX: Worth = { amount: 100, experience: 100 }
/** What one person may move alone in a month, all receivers together. */
const KEEPER_MAX: Worth = { amount: 500, experience: 500 }

/** The most that one line may move. */
export const HAND_MAX = 10_000

/** Whether this, with what was moved alone that month before, is more than one person may do to a receiver. */
export function isTooMuchAlone(worth: Worth, before: Worth): boolean {
  return exceeds(worth, before, ALONE_MAX)
}

export interface HandFacts {
  worth: Worth
  /** What single persons have moved for this receiver this month, and what this person has moved alone for anybody. */
  aloneOfReceiver: Worth
  aloneOfKeeper: Worth
}

/** What stands against it first, in the order in which it is said; null: one person may do it alone. */
export function whySecond({
  worth,
  aloneOfReceiver,
  aloneOfKeeper,
}: HandFacts): 'receiver' | 'keeper' | null {
  if (isTooMuchAlone(worth, aloneOfReceiver)) return 'receiver'
  return exceeds(worth, aloneOfKeeper, KEEPER_MAX) ? 'keeper' : null
}

/** Whether a movement by hand waits for a second person: see `whySecond`. */
export function needsSecond(facts: HandFacts): boolean {
  return whySecond(facts) !== null
}

/** The debt that a movement leaves, in whole coins: taking goes as far as the balance, and a gift pays debts first. */
export function owedAfter(
  { balance, debt }: { balance: number; debt: number },
  { way, amount }: { way: HandWay; amount: number },
): number {
  return way === 'take' ? debt + Math.max(0, amount - balance) : Math.max(0, debt - amount)
}

function exceeds(worth: Worth, before: Worth, most: Worth): boolean {
  return worth.amount + before.amount > most.amount || worth.experience + before.experience > most.experience
}

/** Whether somebody may be the second: they share no name with the first, and nothing of it is theirs. */
export function maySecond(
  secondNames: readonly string[],
  { firstNames, receiverIds }: { firstNames: readonly string[]; receiverIds: readonly string[] },
): boolean {
  return !secondNames.some(name => firstNames.includes(name) || receiverIds.includes(name))
}

/** What the second person said, and why. */
export interface SecondWord {
  byId: string
  byName: string
  at: Instant
  reason: string
}

export const handStates = ['waiting', 'done', 'refused', 'withdrawn'] as const
export type HandState = (typeof handStates)[number]

export type HandWay = 'give' | 'take'
