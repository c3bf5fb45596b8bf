import { can } from '@domain/access/roles'
import type { EventCardView } from '@domain/union/eventContract'
import type { Employee } from '@platform/context'
import type { SessionView } from '../booking/public'
import type { EventDocument } from './store'

/** Whether somebody sees an event: what the union has not agreed to yet is its host's and the union's alone. */
export function isListed(
  { state }: Pick<SessionView, 'state'>,
  { associationId }: Pick<EventDocument, 'associationId'>,
  { grants }: Pick<Employee, 'grants'>,
): boolean {
  if (state !== 'proposed') return true
  return can(grants, 'union.events.manage', associationId) || can(grants, 'union.events.decide')
}

/** An event and what is left of its seats. */
export function eventCardOf(event: EventDocument, session: SessionView): EventCardView {
  const { _id, associationId, associationName, category, title, coverFileId, venue } = event
  const { startsAt, endsAt, fee, membersOnly } = event
  const { capacity, taken, state, joinUntil } = session
  return {
    eventId: _id,
    associationId,
    associationName,
    category,
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
    told: event.recap != null,
  }
}
