import type { Earned, HappyHourView } from '@domain/coin/contract'
import { bringsSomething, decideEarning, type Worth } from '@domain/coin/earning'
import { earnedBy, entryId, worthOf } from '@domain/coin/entry'
import {
  type Account,
  postEarning,
  postRefund,
  postRestoration,
  postReversal,
  postSpending,
  worthOn,
} from '@domain/coin/ledger'
import type { EarnReason, SpendReason } from '@domain/coin/reasons'
import { type EarningRule, happyHourToShow } from '@domain/coin/rules'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import type * as z from 'zod'
import { accountFrom, accountIn, type Cause, sourceOf, write } from './books'
import { closeEsteem, reopenEsteem } from './esteem'
import { currentRules } from './rules'
import { accounts, entries, esteems } from './store'

export { accountFrom } from './books'
export { handsDecidedOn, happyHoursSince, movedOn } from './dayFigures'
export { earnByLikes, likersSeen } from './esteem'
export { lastMovements } from './movements'
export { exportOf, forget, renameEsteems } from './ownPart'
export { resumeCoins, settleCoins } from './settling'
export { waitingHands, waitingRules } from './waiting'

/**
 * Earns coins and experience for a source, inside the caller's transaction: two requests when nothing is left of the
 * day's caps, three otherwise.
 * @param cause `day`: which of the days in a row it is, where those count
 */
export async function earn(
  tx: Transaction,
  cause: Cause & { reason: EarnReason; day?: number },
): Promise<z.infer<typeof Earned>> {
  const rules = await currentRules(cause.at)
  const account = await accountIn(tx, cause.employeeId)
  const { reason, at, day } = cause
  const today = worthOn(account, reason, at)
  const earning = decideEarning({
    rules,
    reason,
    at,
    day,
    earnedToday: today.amount,
    experienceToday: today.experience,
  })
  const { amount, experience, base, multiplier, leftToday } = earning
  const earned = { amount, experience, base, multiplier, leftToday, reason }
  if (!bringsSomething(earning)) return { ...earned, balance: account.balance }
  const movement = postEarning(account, reason, sourceOf(cause, reason), earning)
  await write(tx, movement)
  return { ...earned, balance: movement.account.balance }
}

/** Whole coins that a reason earns before any multiplier, by the rules of an instant. */
export async function baseOf(reason: EarnReason, at: Instant): Promise<number> {
  return (await currentRules(at)).earning[reason].base
}

/**
 * Spends coins inside the caller's transaction: three requests.
 * @returns the balance after
 * @throws Refusal COIN_NOT_ENOUGH
 */
export async function spend(
  tx: Transaction,
  cause: Cause & { reason: SpendReason; amount: number },
): Promise<{ balance: number }> {
  const account = await accountIn(tx, cause.employeeId)
  const movement = postSpending(account, cause.amount, sourceOf(cause, cause.reason))
  await write(tx, movement)
  return { balance: movement.account.balance }
}

/**
 * Gives a price back inside the caller's transaction, once for a source: three requests.
 * @param cause `amount` is what was spent, as the caller's own document of the source has it
 * @returns the balance after
 * @throws Refusal COIN_ENTRY_CONFLICT when it was given back before
 */
export async function refund(
  tx: Transaction,
  cause: Cause & { reason: SpendReason; amount: number; because: string },
): Promise<{ balance: number }> {
  const account = await accountIn(tx, cause.employeeId)
  const movement = postRefund(account, cause.amount, sourceOf(cause, cause.reason), cause.because)
  await write(tx, movement)
  return { balance: movement.account.balance }
}

/**
 * Takes back what a source earned, inside the caller's transaction: four requests, two when it had earned nothing; one
 * more each for what likes brought. What has been spent already becomes a debt.
 * @param cause `again`: the source was restored before; costs one more, because this reason may have earned only since
 */
export async function reverse(
  tx: Transaction,
  cause: Cause & { reason: EarnReason; because: string; again?: boolean },
): Promise<{ reversed: number; balance: number }> {
  const earned = await earnedIn(tx, cause)
  const account = await accountIn(tx, cause.employeeId)
  if (earned === null) return { reversed: 0, balance: account.balance }
  const again = cause.again
    ? await entries.in(tx).get(entryId(cause.reason, 'reverse', cause.sourceId))
    : null
  const source = { ...sourceOf(cause, cause.reason), ...(again ? { again: true as const } : {}) }
  const movement = postReversal(account, cause.reason, earned, source, cause.because)
  await write(tx, movement)
  return { reversed: earned.amount, balance: movement.account.balance }
}

/** What a source that is taken back has earned; null: nothing. One request, two for what likes brought. */
async function earnedIn(
  tx: Transaction,
  { reason, sourceId, employeeId }: Cause & { reason: EarnReason },
): Promise<Worth | null> {
  if (reason === 'forum.liked') return closeEsteem(tx, sourceId, employeeId)
  const earning = await entries.in(tx).get(entryId(reason, 'earn', sourceId))
  return earning && worthOf(earning)
}

/**
 * Gives back what a reversal took, inside the caller's transaction and once for a source: four requests, two when it
 * had taken nothing; two more for what likes brought. Should it be reversed once more, that has to say `again`.
 * @throws Refusal COIN_ENTRY_CONFLICT when it was given back before
 */
export async function restore(
  tx: Transaction,
  cause: Cause & { reason: EarnReason; because: string },
): Promise<{ restored: number; balance: number }> {
  if (cause.reason === 'forum.liked') await reopenEsteem(tx, cause.sourceId, cause.employeeId)
  const reversal = await entries.in(tx).get(entryId(cause.reason, 'reverse', cause.sourceId))
  const account = await accountIn(tx, cause.employeeId)
  if (reversal === null) return { restored: 0, balance: account.balance }
  const taken = worthOf(reversal)
  const amount = -taken.amount
  const movement = postRestoration(
    account,
    cause.reason,
    { amount, experience: -taken.experience },
    sourceOf(cause, cause.reason),
    cause.because,
  )
  await write(tx, movement)
  return { restored: amount, balance: movement.account.balance }
}

/** What taking back all that a source earned would do to its author's coins. Three requests at once. */
export async function previewReversal(
  employeeId: string,
  reasons: readonly EarnReason[],
  sourceId: string,
): Promise<{
  lines: { reason: EarnReason; base: number; multiplier: number; amount: number }[]
  total: number
  balanceAfter: number
  owed: number
}> {
  const ids = reasons.map(reason => entryId(reason, 'earn', sourceId))
  const [account, earnings, esteem] = await Promise.all([
    accountOf(employeeId),
    entries.find({ where: { _id: _.in(ids) }, limit: ids.length }),
    esteems.get(sourceId),
  ])
  const acts = earnings.map(entry => ({
    reason: entry.reason as EarnReason,
    base: entry.earning?.base ?? earnedBy(entry),
    multiplier: entry.earning?.multiplier ?? 1,
    amount: earnedBy(entry),
  }))
  const liked = esteem?.amount ?? 0
  const likes = { reason: 'forum.liked' as const, base: liked, multiplier: 1, amount: liked }
  const lines = liked > 0 ? [...acts, likes] : acts
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const taken = Math.min(account.balance, total)
  return { lines, total, balanceAfter: account.balance - taken, owed: total - taken }
}

/** The account as it stands; an employee who never moved a coin has an empty one. One request. */
export async function accountOf(employeeId: string): Promise<Account> {
  return accountFrom(employeeId, await accounts.get(employeeId))
}

/** The caller's account, for whoever reads it along; `accountFrom` makes of the first what `accountOf` tells. */
export function accountAlong() {
  return accounts.along({ where: {}, ofCaller: '_id', limit: 1 })
}

/** What a reason brings by the rules in force; they are remembered, so that it mostly costs nothing. */
export async function ruleOf(reason: EarnReason, at: Instant): Promise<EarningRule> {
  return (await currentRules(at)).earning[reason]
}

/** What an action would earn at an instant, for the forms that promise it. One request. */
export async function forecast(employeeId: string, reason: EarnReason, at: Instant) {
  const [rules, account] = await Promise.all([currentRules(at), accountOf(employeeId)])
  const today = worthOn(account, reason, at)
  const earning = decideEarning({
    rules,
    reason,
    at,
    earnedToday: today.amount,
    experienceToday: today.experience,
  })
  const { base, multiplier, amount, leftToday } = earning
  return { base, multiplier, amount, leftToday: leftToday + amount }
}

/** The Happy Hour to show at an instant; the rules are remembered, so that it mostly costs nothing. */
export async function happyHour(at: Instant): Promise<z.infer<typeof HappyHourView>> {
  return happyHourToShow((await currentRules(at)).happyHours, at)
}
