import { afterWithdrawal, begin } from '@domain/approval/flow'
import { sortKey } from '@domain/kernel/paging'
import type { Instant } from '@domain/kernel/time'
import { reminderOf } from '@domain/union/event'
import type { EventChange } from '@domain/union/eventContract'
import { changesToAsk, eventFlowOf, OFFICER } from '@domain/union/eventRule'
import type * as z from 'zod'
import type { SessionView } from '../booking/public'
import { decidersAt, hearingOf } from './deciders'
import { eventOwners } from './eventOwners'
import { following } from './foundingTurn'
import { associations, type EventDocument } from './store'

export type Lines = z.output<typeof EventChange>

/** Of what a host sends, or of an event and its session, the lines that the union looks at. */
export function linesOf({
  venue,
  startsAt,
  endsAt,
  joinUntil,
  cancelUntil,
  capacity,
  partyMax,
}: Lines): Lines {
  return { venue, startsAt, endsAt, joinUntil, cancelUntil, capacity, partyMax }
}

/** The lines of an event as they are now. */
export function linesNow(event: EventDocument, session: SessionView): Lines {
  return linesOf({ ...event, ...session })
}

/** What the event's own document keeps of its lines. */
export function eventLines(eventId: string, { venue, startsAt, endsAt }: Lines) {
  return { venue, startsAt, endsAt, listKey: sortKey(startsAt, eventId) }
}

/** What the session keeps of them. */
export function sessionLines({ venue, ...lines }: Lines, now: Instant) {
  return { ...lines, venue: venue.name, remindAt: reminderOf(lines, now) }
}

/**
 * Whether the union has to agree to other lines of an event: to those that matter of one that needs its leave, and to
 * whatever makes one need it that was the president's own.
 */
export function asksAgain({ fee, approval }: EventDocument, now: Lines, wished: Lines): boolean {
  const needsLeave = ({ capacity }: Lines) => eventFlowOf({ fee, capacity }).length > 0
  if (approval === null || !needsLeave(now)) return needsLeave(wished)
  return changesToAsk(now, wished).length > 0
}

/** The approval of a change, and who hears that it waits. Three requests. */
export async function changeAsked(event: EventDocument, now: Instant) {
  const association = await associations.require(event.associationId, 'UNION_ASSOCIATION_MISSING')
  const ownerIds = eventOwners(event.host.employeeId, association)
  const approverIds = await decidersAt({ nodes: [...OFFICER], decisions: [], ownerIds }, 0)
  const approval = begin(OFFICER, { ownerIds, approverIds, at: now })
  return {
    told: await hearingOf(approval, approverIds, now),
    asked: { ...following(approval, now), proposedAt: now },
  }
}

/** What of the event says that nothing waits for the union any more; nothing where nothing did. */
export function changeDropped({ change, approval }: EventDocument, now: Instant) {
  return change && approval ? { change: null, ...following(afterWithdrawal(approval, now), now) } : {}
}
