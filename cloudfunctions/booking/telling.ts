import { type Telling, whatToTell } from '@domain/booking/checkIn'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { placeIdOf, places } from './store'

interface Seat {
  sessionId: string
  employeeId: string
  /** Of its session: until then a seat is given up, and there is nothing to tell. */
  cancelUntil: Instant
}

/**
 * Writes down what a person tells the president of their seat, once, inside the caller's transaction. Two requests.
 * @throws Refusal BOOKING_PLACE_MISSING, BOOKING_TRANSITION_REFUSED, BOOKING_TOLD
 */
export async function tellOfSeat(
  tx: Transaction,
  { sessionId, employeeId, cancelUntil }: Seat,
  at: Instant,
): Promise<Telling> {
  const place = await places.in(tx).require(placeIdOf(sessionId, employeeId), 'BOOKING_PLACE_MISSING')
  const what = whatToTell({ ...place, cancelUntil }, at)
  if (what === null) throw new Refusal('BOOKING_TRANSITION_REFUSED')
  refuse(place.told?.what === what, 'BOOKING_TOLD')
  await places.in(tx).put({ ...place, told: { what, at } })
  return what
}
