import { seatsMaxOf } from '@domain/booking/seats'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import { type SessionDocument, sessions } from './store'

/** What may be changed of a session while people have places in it. */
export type SessionLines = Pick<
  SessionDocument,
  | 'title'
  | 'venue'
  | 'coverFileId'
  | 'startsAt'
  | 'endsAt'
  | 'joinUntil'
  | 'cancelUntil'
  | 'capacity'
  | 'partyMax'
  | 'fee'
  | 'remindAt'
> &
  Partial<Pick<SessionDocument, 'promised'>>

const CHANGEABLE: SessionDocument['state'][] = ['proposed', 'open']

/**
 * Changes a session, outside of a transaction since it is hot; its places follow by the timer. Repeating it changes
 * nothing more. Seats that it gets are offered to those who wait by the timer as well. One request.
 * @returns false when more seats are taken than it would have or has promised, or it is over
 */
export async function reshapeSession(sessionId: string, lines: SessionLines): Promise<boolean> {
  const changed = await sessions.updateWhere(
    { _id: sessionId, state: _.in(CHANGEABLE), taken: _.lte(seatsMaxOf(lines)) },
    { ...lines, ...spreading() },
  )
  return changed === 1
}

/**
 * Changes a session that nobody may join yet, inside the caller's transaction. Two requests.
 * @returns false as `openProposed`
 */
export async function reshapeProposed(
  tx: Transaction,
  sessionId: string,
  lines: SessionLines,
): Promise<boolean> {
  const session = await sessions.in(tx).get(sessionId)
  if (session?.state !== 'proposed') return false
  await sessions.in(tx).update(sessionId, lines)
  return true
}

/**
 * Changes a session that people have places in together with what the caller's transaction says: an event and its
 * seats must not come apart. Rare enough to be fought over. Two requests.
 * @returns why it can't: it is over, or more seats are taken; null: it is changed, and its places follow
 */
export async function reshapeAgreed(
  tx: Transaction,
  sessionId: string,
  lines: Partial<SessionLines> & Pick<SessionLines, 'capacity'>,
): Promise<'over' | 'seatsTaken' | null> {
  const session = await sessions.in(tx).get(sessionId)
  if (session?.state !== 'open') return 'over'
  if (session.taken > lines.capacity) return 'seatsTaken'
  await sessions.in(tx).update(sessionId, { ...lines, ...spreading() })
  return null
}

/**
 * Calls a session off: nobody joins any more, and the timer calls its places off. Repeating it is harmless. One request.
 * @returns false when it is over
 */
export async function callOffSession(sessionId: string, because: string): Promise<boolean> {
  const changed = await sessions.updateWhere(
    { _id: sessionId, state: _.in([...CHANGEABLE, 'calledOff']) },
    { state: 'calledOff', calledOffBecause: because, ...spreading() },
  )
  return changed === 1
}

/**
 * Lets people into a session that had to be agreed to, inside the caller's transaction. Two requests.
 * @returns false when nobody has to agree to it any more: it was called off
 */
export async function openProposed(tx: Transaction, sessionId: string): Promise<boolean> {
  return endProposal(tx, sessionId, { state: 'open' })
}

/**
 * Ends a session that nobody agreed to, inside the caller's transaction; it has no places yet. Two requests.
 * @returns false as `openProposed`
 */
export async function endProposed(tx: Transaction, sessionId: string, because: string): Promise<boolean> {
  return endProposal(tx, sessionId, { state: 'calledOff', calledOffBecause: because })
}

async function endProposal(
  tx: Transaction,
  sessionId: string,
  ending: Pick<SessionDocument, 'state'> & Partial<Pick<SessionDocument, 'calledOffBecause'>>,
): Promise<boolean> {
  const session = await sessions.in(tx).get(sessionId)
  if (session?.state !== 'proposed') return false
  await sessions.in(tx).update(sessionId, ending)
  return true
}

/**
 * The revision is the moment of the change, by the clock of this execution: a retry keeps the time of reception, and its
 * change may come after one that was received later. A later one of the same words is one more, and changes no place twice.
 */
function spreading() {
  const changedAt = Date.now()
  return { revision: changedAt, spreading: true, spreadAt: changedAt }
}
