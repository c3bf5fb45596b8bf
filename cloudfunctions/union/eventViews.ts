import type { EventCardView } from '@domain/union/eventContract'
import type { SessionView } from '../booking/public'
import type { EventDocument } from './store'

/** An event and what is left of its seats. */
export function eventCardOf(event: EventDocument, session: SessionView): EventCardView {
  const { _id, associationId, associationName, title, coverFileId, venue } = event
  const { startsAt, endsAt, fee, membersOnly } = event
  const { capacity, taken, state, joinUntil } = session
  return {
    eventId: _id,
    associationId,
    associationName,
    title,
    coverFileId,
    venue,
    startsAt,
    endsAt,
    fee,
    membersOnly,
    capacity,
    taken,
    state,
    joinUntil,
  }
}
