import { Refusal } from '@domain/kernel/errors'
import type { Transaction } from '@platform/transaction'
import { ROSTER_ID, type RosterDocument, roster } from './store'

const unwritten: RosterDocument = { _id: ROSTER_ID, version: 0, writing: null }

/** The document that whoever changes the roster takes turns on. One request. */
export async function rosterSeen(): Promise<RosterDocument> {
  return (await roster.get(ROSTER_ID)) ?? unwritten
}

/** The same, inside the caller's transaction. One request. */
export async function rosterIn(tx: Transaction): Promise<RosterDocument> {
  return (await roster.in(tx).get(ROSTER_ID)) ?? unwritten
}

/**
 * A working colleague gets a phone, in the caller's transaction, in turn with imports and with whoever else gives one: a
 * query can't stand in a transaction, so who has the number is asked before it, and the answer holds only if nobody's
 * turn was since. What was checked before is stale. Two requests.
 * @throws Refusal TOO_BUSY when somebody's turn was since, or while an import is being written
 */
export async function takePhoneTurn(tx: Transaction, seen: RosterDocument): Promise<void> {
  const { version, writing } = await rosterIn(tx)
  if (version !== seen.version || writing !== null) throw new Refusal('TOO_BUSY')
  await roster.in(tx).put({ _id: ROSTER_ID, version: version + 1, writing })
}
