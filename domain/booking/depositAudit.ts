import { type Entry, entryId } from '../coin/entry'
import { payees } from '../coin/reasons'
import { isDeposited } from './facility'
import type { PlaceState } from './place'
import { turnKey } from './seats'
import type { SessionKind } from './views'

const DEPOSIT = 'booking.deposit'

interface AuditedPlace {
  _id: string
  kind: SessionKind
  employeeId: string
  turn: number
  state: PlaceState
  paid: number
}

export interface DepositDifference {
  placeId: string
  /** What the places say is held of this turn, and what the ledger says. */
  turn: number
  expected: number
  found: number
}

/** A deposit is held while somebody is to come, and kept of those who did not. */
const HOLDING: readonly PlaceState[] = ['confirmed', 'absent']

/** Into what is held; less than nothing: out of it. A debt may have taken a part of what came back. */
const movedBy = ({ postings }: Entry) =>
  postings.filter(({ account }) => account === payees[DEPOSIT]).reduce((sum, { amount }) => sum + amount, 0)

/**
 * Compares deposits with places: each turn's was taken once, and either it was given back once or its place holds it;
 * of earlier turns, and of those who came or gave up, nothing is held.
 *
 * @returns the differences; none when the books are right
 */
export function auditDeposits(
  places: readonly AuditedPlace[],
  entries: readonly Entry[],
): DepositDifference[] {
  const amounts = new Map(entries.map(entry => [entry._id, movedBy(entry)]))
  const heldBy = (key: string) =>
    (amounts.get(entryId(DEPOSIT, 'spend', key)) ?? 0) + (amounts.get(entryId(DEPOSIT, 'refund', key)) ?? 0)
  return places.filter(isDeposited).flatMap(({ _id, turn, state, paid }) =>
    Array.from({ length: turn }, (_, index) => index + 1).flatMap(each => {
      const expected = each === turn && HOLDING.includes(state) ? paid : 0
      const found = heldBy(turnKey(_id, each))
      const isFit = expected === found && (HOLDING.includes(state) || paid === 0)
      return isFit ? [] : [{ placeId: _id, turn: each, expected, found }]
    }),
  )
}
