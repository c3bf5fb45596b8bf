import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import type { Employee } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { type EventDocument, events } from './store'

/** The event, inside a transaction if there is one. One request. @throws Refusal UNION_EVENT_MISSING, also for one of an association that somebody else presides over */
export async function hostedEvent(
  { grants }: Employee,
  eventId: string,
  tx?: Transaction,
): Promise<EventDocument> {
  const event = await (tx ? events.in(tx) : events).require(eventId, 'UNION_EVENT_MISSING')
  refuse(!can(grants, 'union.events.manage', event.associationId), 'UNION_EVENT_MISSING')
  return event
}
