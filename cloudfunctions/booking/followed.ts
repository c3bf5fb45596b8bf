import { isDeposited } from '@domain/booking/facility'
import { sortKey } from '@domain/kernel/paging'
import { termsOf } from './fee'
import type { PlaceDocument, SessionDocument } from './store'

/** A place with its session's lines as they are now. */
export function followed(place: PlaceDocument, session: SessionDocument): PlaceDocument {
  const { _id, title, venue, startsAt, endsAt, revision, cancelUntil } = session
  const { offerExpiresAt: until } = place
  // No offer outlives the deadline, also one that was moved.
  const offerExpiresAt = until === null ? null : Math.min(until, cancelUntil)
  return {
    ...place,
    title,
    venue,
    startsAt,
    endsAt,
    revision,
    offerExpiresAt,
    listKey: sortKey(startsAt, _id),
    ...(isDeposited(place) ? { cancelUntil: termsOf(place, session).cancelUntil } : {}),
  }
}
