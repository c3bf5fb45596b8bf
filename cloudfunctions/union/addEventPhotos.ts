import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { mayPicture } from '@domain/union/recap'
import { handle } from '@platform/context'
import { hasAttended, sessionsBy } from '../booking/public'
import { hangPhotos } from './hangPhotos'
import { events } from './store'

/** The pictures hang on the association's wall as well. */
export const addEventPhotos = handle(union.addEventPhotos, async (ctx, { eventId, fileIds }) => {
  const [event, sessions, attended] = await Promise.all([
    events.require(eventId, 'UNION_EVENT_MISSING'),
    sessionsBy([eventId]),
    hasAttended(eventId, ctx.employee.id),
  ])
  const { associationId, startsAt, endsAt } = event
  const state = sessions.get(eventId)?.state ?? 'calledOff'
  const hosting = can(ctx.employee.grants, 'union.events.manage', associationId)
  const may = mayPicture({ state, startsAt, endsAt }, { hosting, attended }, ctx.now)
  refuse(!may, 'UNION_ATTENDEES_ONLY')
  return hangPhotos(ctx, { associationId, eventId, fileIds })
})
