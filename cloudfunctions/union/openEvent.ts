import { can } from '@domain/access/roles'
import { Refusal } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { audienceOf, sessionsBy } from '../booking/public'
import { eventCardOf, isListed } from './eventViews'
import { turnOf } from './foundingTurn'
import { isMember } from './membershipOf'
import { events } from './store'

export const openEvent = handle(union.openEvent, async (ctx, { eventId }) => {
  const [event, sessions, audience] = await Promise.all([
    events.require(eventId, 'UNION_EVENT_MISSING'),
    sessionsBy([eventId]),
    audienceOf(eventId, ctx.employee.id),
  ])
  const session = sessions.get(eventId)
  if (!session || !isListed(session, event, ctx.employee)) throw new Refusal('UNION_EVENT_MISSING')
  const { body, questions, host, associationId } = event
  const { partyMax, cancelUntil } = session
  return {
    event: {
      ...eventCardOf(event, session),
      body,
      questions,
      host,
      partyMax,
      cancelUntil,
      calledOffBecause: session.calledOffBecause,
      deciding: event.approval !== null && turnOf(event.approval, ctx.employee, ctx.now) !== null,
      hosting: can(ctx.employee.grants, 'union.events.manage', associationId),
    },
    ...audience,
    needsMembership: event.membersOnly && !(await isMember(associationId, ctx.employee.id)),
    now: ctx.now,
  }
})
