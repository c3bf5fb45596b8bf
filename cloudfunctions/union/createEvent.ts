import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { assertTimes, reminderOf } from '@domain/union/event'
import { handle } from '@platform/context'
import { openSession } from '../booking/public'
import { personOf } from '../identity/public'
import { associations, events } from './store'

/** Of the door's code: 16 characters of base 32 of a hash, which nobody guesses. */
const DOOR_CODE_LENGTH = 16

export const createEvent = handle(union.createEvent, async (ctx, { associationId, ...input }) => {
  const association = await associations.require(associationId, 'UNION_ASSOCIATION_MISSING')
  refuse(!can(ctx.employee.grants, 'union.events.manage', associationId), 'UNION_ASSOCIATION_MISSING')
  assertTimes(input, ctx.now)
  await ctx.wechat.assertTextIsSafe(input.title, input.body, input.venue.name, input.venue.address)

  const eventId = ctx.newId('event')
  const { joinUntil, cancelUntil, capacity, partyMax, ...shown } = input
  return ctx.transaction(async tx => {
    await events.in(tx).insert({
      _id: eventId,
      associationId,
      associationName: association.name,
      host: personOf(ctx.employee),
      listKey: sortKey(input.startsAt, eventId),
      ...shown,
    })
    await openSession(tx, {
      _id: eventId,
      kind: 'event',
      subjectId: eventId,
      title: input.title,
      venue: input.venue.name,
      coverFileId: input.coverFileId,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      joinUntil,
      cancelUntil,
      capacity,
      partyMax,
      fee: input.fee,
      earns: 'booking.attended',
      hostScopeId: associationId,
      doorCode: ctx.newId('door').slice(-DOOR_CODE_LENGTH),
      remindAt: reminderOf(input, ctx.now),
    })
    return { eventId }
  })
})
