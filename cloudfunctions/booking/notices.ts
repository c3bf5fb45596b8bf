import { momentLabel, placeNotices } from '@domain/booking/wording'
import type { Instant } from '@domain/kernel/time'
import type { PlaceDocument } from './store'

const targetOf = ({ _id }: PlaceDocument) => ({ kind: 'place' as const, id: _id })

/** Somebody's turn has come: to be answered before it is over. */
export function offerNotice(place: PlaceDocument, until: Instant) {
  const text = placeNotices.offered(place, momentLabel(until, Date.now()))
  return { employeeId: place.employeeId, kind: 'todo' as const, ...text, target: targetOf(place) }
}

/** An offer was not answered. */
export function expiryNotice(place: PlaceDocument) {
  return {
    employeeId: place.employeeId,
    kind: 'union' as const,
    ...placeNotices.expired(place),
    target: targetOf(place),
  }
}

/** Tomorrow it begins. */
export function reminderNotice(place: PlaceDocument) {
  const text = placeNotices.soon(place, momentLabel(place.startsAt, Date.now()), place.venue)
  return { employeeId: place.employeeId, kind: 'union' as const, ...text, target: targetOf(place) }
}
