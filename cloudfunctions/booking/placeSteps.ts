import { isSeated, nextPlaceState, type PlaceAction } from '@domain/booking/place'
import { nextTurn } from '@domain/booking/seats'
import { Refusal } from '@domain/kernel/errors'
import type { PlaceDocument } from './store'

type Step = PlaceDocument['trail'][number]

/** The clock's own name in a trail. */
export const CLOCK = '系统'

/**
 * A place after a step. Getting seats is its next turn; losing them leaves them due to the session.
 * @throws Refusal BOOKING_TRANSITION_REFUSED where the table of places has no such step
 */
export function afterStep(place: PlaceDocument, step: Step): PlaceDocument {
  const state = nextPlaceState(place.state, step.action)
  if (state === null) throw new Refusal('BOOKING_TRANSITION_REFUSED')
  const had = isSeated(place.state)
  const has = isSeated(state)
  return {
    ...place,
    state,
    turn: has && !had ? nextTurn(place) : place.turn,
    seats: has ? 'held' : had ? 'due' : place.seats,
    offerExpiresAt: state === 'offered' ? place.offerExpiresAt : null,
    trail: [...place.trail, step],
  }
}

/** Whether the table has such a step for a place. */
export function mayStep(place: Pick<PlaceDocument, 'state'>, action: PlaceAction): boolean {
  return nextPlaceState(place.state, action) !== null
}
