import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import type { Employee } from '@platform/context'
import { type EventDocument, events } from './store'

/** @throws Refusal UNION_EVENT_MISSING, also for one of an association that somebody else presides over */
export async function hostedEvent({ grants }: Employee, eventId: string): Promise<EventDocument> {
  const event = await events.require(eventId, 'UNION_EVENT_MISSING')
  refuse(!can(grants, 'union.events.manage', event.associationId), 'UNION_EVENT_MISSING')
  return event
}
