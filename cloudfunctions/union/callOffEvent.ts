import { afterWithdrawal } from '@domain/approval/flow'
import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { callOffSession } from '../booking/public'
import { hostedEvent } from './hostedEvent'
import { settle } from './messages'
import { events } from './store'

/**
 * Nobody joins from now on; the timer of the booking room calls the places off, gives fees back and tells everybody. Only
 * before it begins: what has begun has taken place for those who came.
 */
export const callOffEvent = handle(union.callOffEvent, async (ctx, { eventId, reason }) => {
  const event = await hostedEvent(ctx.employee, eventId)
  refuse(ctx.now >= event.startsAt, 'UNION_EVENT_OVER')
  await ctx.wechat.assertTextIsSafe(reason)
  refuse(!(await callOffSession(eventId, reason)), 'UNION_EVENT_OVER')
  const result = await ctx.transaction(
    async tx => {
      // Nobody has to agree to it any more.
      const { approval } = await events.in(tx).require(eventId, 'UNION_EVENT_MISSING')
      const ended = approval && afterWithdrawal(approval, ctx.now)
      const nothingWaits = { openIds: [], remindAt: null, seatedAt: null, change: null }
      await events.in(tx).update(eventId, { approval: ended, ...nothingWaits })
      return { state: 'calledOff' as const }
    },
    () => ({ subject: `${events.name}/${eventId}`, before: null, after: { state: 'calledOff', reason } }),
  )
  await settle('event', [eventId], ctx.now)
  return result
})
