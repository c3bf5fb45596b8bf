import { can } from '@domain/access/roles'
import { Refusal } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { audienceOf, sessionsBy } from '../booking/public'
import { baseOf } from '../coin/public'
import { namesOf, shownAmong } from '../identity/public'
import { afterwardsOf } from './afterwards'
import { eventCardOf, isListed } from './eventViews'
import { shownWords } from './eventWords'
import { turnOf } from './foundingTurn'
import { nodesOf } from './foundingViews'
import { isMember } from './membershipOf'
import { associations, type EventDocument, events } from './store'

export const openEvent = handle(union.openEvent, async (ctx, { eventId }) => {
  const [event, sessions, audience] = await Promise.all([
    events.require(eventId, 'UNION_EVENT_MISSING'),
    sessionsBy([eventId]),
    audienceOf(eventId, ctx.employee.id),
  ])
  const session = sessions.get(eventId)
  if (!session || !isListed(session, event, ctx.employee)) throw new Refusal('UNION_EVENT_MISSING')
  const { questions, host, associationId } = event
  const { employee: viewer, now } = ctx
  const hosting = can(viewer.grants, 'union.events.manage', associationId)
  const { mine, waiting } = audience
  const attended = mine?.state === 'attended'
  const isOver = now >= event.endsAt
  const [body, afterwards, belongs, shown, earns, association] = await Promise.all([
    shownWords(event, hosting),
    afterwardsOf({ event, session, viewer, attended, now }),
    event.membersOnly ? isMember(associationId, viewer) : true,
    shownAmong([host]),
    session.earns === null ? 0 : baseOf(session.earns, now),
    hosting ? associations.get(associationId) : null,
  ])
  const { partyMax, cancelUntil } = session
  const seesTrail = hosting || can(viewer.grants, 'union.events.decide')
  return {
    event: {
      ...eventCardOf(event, session),
      body,
      questions,
      host: shown(host),
      partyMax,
      cancelUntil,
      calledOffBecause: session.calledOffBecause,
      deciding: event.approval !== null && turnOf(event.approval, viewer, now) !== null,
      version: event.version ?? 0,
      change: seesTrail ? (event.change ?? null) : null,
      hosting,
    },
    approval: seesTrail ? await approvalOf(event) : null,
    people: isOver ? audience.attendees : audience.people,
    coming: isOver ? audience.attended : audience.coming,
    ...{ waiting, mine, earns },
    needsMembership: !belongs,
    afterwards,
    associationCoverFileId: association?.coverFileId ?? null,
    now,
  }
})

/** The paperless trail of an event that had to be agreed to. One request while it waits. */
async function approvalOf({ approval, proposedAt, openIds }: EventDocument) {
  if (!approval) return null
  const asked = proposedAt ?? approval.since
  return {
    state: approval.state,
    proposedAt: asked,
    nodes: nodesOf(approval, asked),
    waitsFor: await namesOf(openIds),
  }
}
