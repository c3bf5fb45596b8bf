import { refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { assertTimes, reminderOf } from '@domain/union/event'
import { eventFlowOf } from '@domain/union/eventRule'
import { handle } from '@platform/context'
import { removeFiles } from '@platform/storage'
import { reshapeSession, sessionsBy } from '../booking/public'
import { coverFrom } from './cover'
import { keepPictures, takeWords, wordsIn } from './eventWords'
import { hostedEvent } from './hostedEvent'
import { events } from './store'

/** The seats are changed first, outside of the transaction: a retry after a crash changes both again. */
export const editEvent = handle(union.editEvent, async (ctx, { eventId, coverPhotoId, ...input }) => {
  const [event, sessions] = await Promise.all([hostedEvent(ctx.employee, eventId), sessionsBy([eventId])])
  const session = sessions.get(eventId)
  const isProposed = session?.state === 'proposed'
  refuse(!isProposed && session?.state !== 'open', 'UNION_EVENT_OVER')
  refuse(ctx.now >= event.startsAt, 'UNION_EVENT_OVER')
  refuse(!isProposed && input.fee !== event.fee, 'UNION_EVENT_FEE_FIXED', ['fee'])
  refuse(event.approval === null && eventFlowOf(input).length > 0, 'UNION_EVENT_NEEDS_APPROVAL', ['capacity'])
  assertTimes(input, ctx.now)
  const coverFileId = (await coverFrom(event.associationId, coverPhotoId)) ?? event.coverFileId
  await ctx.wechat.assertTextIsSafe(...wordsIn(input))
  const { body, pictures, fresh, uploads } = await takeWords(ctx, eventId, input.body, event.pictures)

  const { joinUntil, cancelUntil, capacity, partyMax, ...shown } = input
  const { title, venue, startsAt, endsAt, fee } = input
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
  const result = await ctx.transaction(
    async tx => {
      await keepPictures(tx, fresh)
      const listKey = sortKey(startsAt, eventId)
      await events.in(tx).update(eventId, { ...shown, body, pictures, coverFileId, listKey })
      return { eventId }
    },
    () => ({
      subject: `${events.name}/${eventId}`,
      before: { title: event.title, startsAt: event.startsAt, capacity: session?.capacity },
      after: { title, startsAt, capacity },
    }),
  )
  await removeFiles(uploads)
  return result
})
