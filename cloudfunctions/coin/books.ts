import type { Entry } from '@domain/coin/entry'
import { type Account, emptyAccount, type Movement, type Source } from '@domain/coin/ledger'
import type { Reason } from '@domain/coin/reasons'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { isDuplicate } from '@platform/databaseErrors'
import type { Transaction } from '@platform/transaction'
import { accounts, entries } from './store'

/** What every movement needs to be told; amounts come from rules, prices and earlier entries, never from a client. */
export interface Cause {
  employeeId: string
  sourceId: string
  /** How the statement calls it: "发帖「带两个孩子露营」". */
  title: string
  subject: Entry['subject']
  /** When the server first received the action. */
  at: Instant
}

/** The account as it stands in the caller's transaction. One request. */
export async function accountIn(tx: Transaction, employeeId: string): Promise<Account> {
  return accountFrom(employeeId, await accounts.in(tx).get(employeeId))
}

/** An employee who never moved a coin has an empty account. */
export function accountFrom(employeeId: string, stored: Account | null): Account {
  return { ...emptyAccount(employeeId), ...stored }
}

/**
 * The account comes first: two movements of one person then meet as a conflict, which is tried again, and a duplicate
 * can only mean that the source has moved these coins before.
 * @throws Refusal COIN_ENTRY_CONFLICT
 */
export async function write(tx: Transaction, { account, entry }: Movement): Promise<void> {
  await accounts.in(tx).put(account)
  try {
    await entries.in(tx).insert(entry)
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('COIN_ENTRY_CONFLICT') : error
  }
}

export function sourceOf<R extends Reason>(cause: Cause, reason: R): Source<R> {
  return {
    reason,
    sourceId: cause.sourceId,
    title: cause.title,
    subject: cause.subject,
    receivedAt: cause.at,
    recordedAt: Date.now(),
  }
}
