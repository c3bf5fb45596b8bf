import { isSeated, type PlaceState } from './place'
import { type Seated, type Seats, seatsMaxOf, turnKey } from './seats'
import { seatsOf, type VisitOf } from './visitKinds'

interface AuditedPlace extends Seated {
  _id: string
  state: PlaceState
  visit?: VisitOf
}

export interface SeatDifference {
  /** `seats`: how many are taken; `capacity`: how many there are; or the place whose own record differs. */
  of: string
  expected: number
  found: number
}

/**
 * Compares a session with its places: every seat that is taken is somebody's, still to be put back, or reserved for a
 * turn under way; and never more than there are.
 *
 * @returns the differences; none when the books are right
 */
export function auditSeats(session: Seats, places: readonly AuditedPlace[]): SeatDifference[] {
  const turns = new Map(places.map(({ _id, turn }) => [_id, turn]))
  const back = new Set(session.returned.map(({ key }) => key))
  const underWay = session.reservations.filter(({ placeId, turn }) => (turns.get(placeId) ?? 0) < turn)
  const held = places.filter(
    ({ _id, turn, seats }) => seats === 'held' || (seats === 'due' && !back.has(turnKey(_id, turn))),
  )
  const expected = [...underWay.map(({ party }) => party), ...held.map(seatsOf)].reduce(
    (sum, seats) => sum + seats,
    0,
  )
  const misfits = places.filter(({ state, seats }) => isSeated(state) !== (seats === 'held'))
  return [
    ...(session.taken === expected ? [] : [{ of: 'seats', expected, found: session.taken }]),
    ...(session.taken <= seatsMaxOf(session)
      ? []
      : [{ of: 'capacity', expected: seatsMaxOf(session), found: session.taken }]),
    ...misfits.map(({ _id, state }) => ({
      of: _id,
      expected: isSeated(state) ? 1 : 0,
      found: isSeated(state) ? 0 : 1,
    })),
  ]
}
