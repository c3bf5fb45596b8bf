import { booking } from '@domain/booking/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { attendedAtOf } from './attend'
import { hostedSession } from './hosting'
import { type PlaceDocument, places } from './store'

export const listAttendees = handle(booking.listAttendees, async (ctx, { sessionId, state, after }) => {
  const { doorCode } = await hostedSession(ctx.employee, sessionId)
  const found = await places.find({
    where: { sessionId, state, ...(after === undefined ? {} : { queueKey: _.gt(after) }) },
    orderBy: [['queueKey', 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ queueKey }) => queueKey)
  return { attendees: rows.map(attendeeView), next, doorCode, now: ctx.now }
})

function attendeeView(place: PlaceDocument) {
  const { _id, person, party, guests, answers, state, trail } = place
  const entered = trail.filter(({ action }) => action === 'join' || action === 'queue').at(-1)
  return {
    placeId: _id,
    person,
    party,
    guests,
    answers,
    state,
    joinedAt: entered?.at ?? 0,
    attendedAt: attendedAtOf(place),
  }
}
