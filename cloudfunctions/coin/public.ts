import type { Earned, HappyHourView } from '@domain/coin/contract'
import { decideEarning } from '@domain/coin/earning'
import {
  type Account,
  type Entry,
  earnedBy,
  earnedOn,
  emptyAccount,
  entryId,
  type Movement,
  postEarning,
  postRefund,
  postRestoration,
  postReversal,
  postSpending,
  type Source,
} from '@domain/coin/ledger'
import type { EarnReason, Reason, SpendReason } from '@domain/coin/reasons'
import { happyHourToShow } from '@domain/coin/rules'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { isDuplicate } from '@platform/databaseErrors'
import type { Transaction } from '@platform/transaction'
import type { z } from 'zod'
import { currentRules } from './rules'
import { accounts, entries } from './store'

/** What every movement needs to be told; amounts come from rules, prices and earlier entries, never from a client. */
interface Cause {
  employeeId: string
  sourceId: string
  /** How the statement calls it: "发帖「带两个孩子露营」". */
  title: string
  subject: Entry['subject']
  /** When the server first received the action. */
  at: Instant
}

/**
 * Earns coins for a source, inside the caller's transaction. Costs two requests when nothing is left of the day's
 * cap, three otherwise.
 */
export async function earn(
  tx: Transaction,
  cause: Cause & { reason: EarnReason },
): Promise<z.infer<typeof Earned>> {
  const rules = await currentRules(cause.at)
  const account = await accountIn(tx, cause.employeeId)
  const earnedToday = earnedOn(account, cause.reason, cause.at)
  const earning = decideEarning({ rules, reason: cause.reason, at: cause.at, earnedToday })
  const { amount, base, multiplier, leftToday } = earning
  if (amount === 0)
    return { amount, base, multiplier, leftToday, reason: cause.reason, balance: account.balance }
  const movement = postEarning(account, cause.reason, sourceOf(cause, cause.reason), earning)
  await write(tx, movement)
  return { amount, base, multiplier, leftToday, reason: cause.reason, balance: movement.account.balance }
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
 * Takes back what a source earned, inside the caller's transaction: four requests, two when it had earned nothing.
 * What has been spent already becomes a debt.
 * @param cause `again`: the source was restored before; costs one more, because this reason may have earned only since
 */
export async function reverse(
  tx: Transaction,
  cause: Cause & { reason: EarnReason; because: string; again?: boolean },
): Promise<{ reversed: number; balance: number }> {
  const earning = await entries.in(tx).get(entryId(cause.reason, 'earn', cause.sourceId))
  const account = await accountIn(tx, cause.employeeId)
  if (earning === null) return { reversed: 0, balance: account.balance }
  const amount = earnedBy(earning)
  const again = cause.again
    ? await entries.in(tx).get(entryId(cause.reason, 'reverse', cause.sourceId))
    : null
  const source = { ...sourceOf(cause, cause.reason), ...(again ? { again: true as const } : {}) }
  const movement = postReversal(account, cause.reason, amount, source, cause.because)
  await write(tx, movement)
  return { reversed: amount, balance: movement.account.balance }
}

/**
 * Gives back what a reversal took, inside the caller's transaction and once for a source: four requests, two when it
 * had taken nothing. Should it be reversed once more, that reversal has to say `again`.
 * @throws Refusal COIN_ENTRY_CONFLICT when it was given back before
 */
export async function restore(
  tx: Transaction,
  cause: Cause & { reason: EarnReason; because: string },
): Promise<{ restored: number; balance: number }> {
  const reversal = await entries.in(tx).get(entryId(cause.reason, 'reverse', cause.sourceId))
  const account = await accountIn(tx, cause.employeeId)
  if (reversal === null) return { restored: 0, balance: account.balance }
  const amount = -earnedBy(reversal)
  const movement = postRestoration(
    account,
    cause.reason,
    amount,
    sourceOf(cause, cause.reason),
    cause.because,
  )
  await write(tx, movement)
  return { restored: amount, balance: movement.account.balance }
}

/** What taking back all that a source earned would do to its author's coins. Two requests. */
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
  const [account, earnings] = await Promise.all([
    accountOf(employeeId),
    entries.find({ where: { _id: _.in(ids) }, limit: ids.length }),
  ])
  const lines = earnings.map(entry => ({
    reason: entry.reason as EarnReason,
    base: entry.earning?.base ?? earnedBy(entry),
    multiplier: entry.earning?.multiplier ?? 1,
    amount: earnedBy(entry),
  }))
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const taken = Math.min(account.balance, total)
  return { lines, total, balanceAfter: account.balance - taken, owed: total - taken }
}

/** The account as it stands; an employee who never moved a coin has an empty one. One request. */
export async function accountOf(employeeId: string): Promise<Account> {
  return (await accounts.get(employeeId)) ?? emptyAccount(employeeId)
}

/** The caller's account, for whoever reads it along; `accountFrom` makes of it what `accountOf` tells. */
export function accountAlong() {
  return accounts.along({ where: {}, ofCaller: '_id', limit: 1 })
}

export function accountFrom(employeeId: string, found: readonly Account[] = []): Account {
  return found[0] ?? emptyAccount(employeeId)
}

/** What an action would earn at an instant, for the forms that promise it. One request. */
export async function forecast(employeeId: string, reason: EarnReason, at: Instant) {
  const [rules, account] = await Promise.all([currentRules(at), accountOf(employeeId)])
  const earning = decideEarning({ rules, reason, at, earnedToday: earnedOn(account, reason, at) })
  const { base, multiplier, amount, leftToday } = earning
  return { base, multiplier, amount, leftToday: leftToday + amount }
}

/** The Happy Hour to show at an instant; the rules are remembered, so that it mostly costs nothing. */
export async function happyHour(at: Instant): Promise<z.infer<typeof HappyHourView>> {
  return happyHourToShow((await currentRules(at)).happyHours, at)
}

async function accountIn(tx: Transaction, employeeId: string): Promise<Account> {
  return (await accounts.in(tx).get(employeeId)) ?? emptyAccount(employeeId)
}

/**
 * The account comes first: two movements of one person then meet as a conflict, which is tried again, and a duplicate
 * can only mean that the source has moved these coins before.
 * @throws Refusal COIN_ENTRY_CONFLICT
 */
async function write(tx: Transaction, { account, entry }: Movement): Promise<void> {
  await accounts.in(tx).put(account)
  try {
    await entries.in(tx).insert(entry)
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('COIN_ENTRY_CONFLICT') : error
  }
}

function sourceOf<R extends Reason>(cause: Cause, reason: R): Source<R> {
  return {
    reason,
    sourceId: cause.sourceId,
    title: cause.title,
    subject: cause.subject,
    receivedAt: cause.at,
    recordedAt: Date.now(),
  }
}
