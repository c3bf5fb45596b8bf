import { Refusal } from '@domain/kernel/errors'
import type { Transaction } from '@platform/transaction'
import { holdersOf } from '../identity/public'
import { turns } from './store'

const ADMINS = 'admins'

/** Who administers the system, and how often one of them has gone. */
interface Administrators {
  ids: readonly string[]
  version: number
}

/**
 * Administrators go one at a time, so that two who go at the same moment leave one: a query can't stand in a
 * transaction, so who they are is asked before it, and `takeTurn` holds only if nobody else has gone since. Two requests.
 */
export async function administrators(): Promise<Administrators> {
  const version = (await turns.get(ADMINS))?.version ?? 0
  const { admin = [] } = await holdersOf(['admin'])
  return { ids: admin, version }
}

/**
 * One of the administrators goes, in the caller's transaction. Two requests.
 * @throws Refusal TOO_BUSY when another one has gone since they were asked for
 */
export async function takeTurn(tx: Transaction, seen: Administrators): Promise<void> {
  const version = (await turns.in(tx).get(ADMINS))?.version ?? 0
  if (version !== seen.version) throw new Refusal('TOO_BUSY')
  await turns.in(tx).put({ _id: ADMINS, version: version + 1 })
}
