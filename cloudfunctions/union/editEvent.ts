import { refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { assertTimes, reminderOf } from '@domain/union/event'
import { eventFlowOf } from '@domain/union/eventRule'
import { handle } from '@platform/context'
import { reshapeSession, sessionsBy } from '../booking/public'
import { hostedEvent } from './hostedEvent'
import { events } from './store'

/** The seats are changed first, outside of the transaction: a retry after a crash changes both again. */
export const editEvent = handle(union.editEvent, async (ctx, { eventId, ...input }) => {
  const [event, sessions] = await Promise.all([hostedEvent(ctx.employee, eventId), sessionsBy([eventId])])
  const session = sessions.get(eventId)
  const isProposed = session?.state === 'proposed'
  refuse(!isProposed && session?.state !== 'open', 'UNION_EVENT_OVER')
  refuse(ctx.now >= event.startsAt, 'UNION_EVENT_OVER')
  refuse(!isProposed && input.fee !== event.fee, 'UNION_EVENT_FEE_FIXED', ['fee'])
  refuse(event.approval === null && eventFlowOf(input).length > 0, 'UNION_EVENT_NEEDS_APPROVAL', ['capacity'])
  assertTimes(input, ctx.now)
  await ctx.wechat.assertTextIsSafe(input.title, input.body, input.venue.name, input.venue.address)

  const { joinUntil, cancelUntil, capacity, partyMax, ...shown } = input
  const { title, venue, coverFileId, startsAt, endsAt, fee } = input
  const isChanged = await reshapeSession(
    eventId,
    {
      ...{ title, venue: venue.name, coverFileId, startsAt, endsAt, fee },
      ...{ joinUntil, cancelUntil, capacity, partyMax },
      remindAt: reminderOf(input, ctx.now),
    },
    ctx.now,
  )
  refuse(!isChanged, 'UNION_EVENT_SEATS_TAKEN', ['capacity'])
  return ctx.transaction(
    async tx => {
      await events.in(tx).update(eventId, { ...shown, listKey: sortKey(startsAt, eventId) })
      return { eventId }
    },
    () => ({
      subject: `${events.name}/${eventId}`,
      before: { title: event.title, startsAt: event.startsAt, capacity: session?.capacity },
      after: { title, startsAt, capacity },
    }),
  )
})
