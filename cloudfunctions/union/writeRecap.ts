import { refuse } from '@domain/kernel/errors'
import { plainTextOf } from '@domain/kernel/richText'
import { union } from '@domain/union/contract'
import { mayTell } from '@domain/union/recap'
import { handle } from '@platform/context'
import { sessionsBy } from '../booking/public'
import { personOf } from '../identity/public'
import { hostedEvent } from './hostedEvent'
import { events } from './store'

/** Those who were there are told by the timer, when it is written for the first time: see `tellRecaps`. */
export const writeRecap = handle(union.writeRecap, async (ctx, { eventId, words }) => {
  const [event, sessions] = await Promise.all([hostedEvent(ctx.employee, eventId), sessionsBy([eventId])])
  const state = sessions.get(eventId)?.state ?? 'calledOff'
  refuse(!mayTell({ state, endsAt: event.endsAt }, ctx.now), 'UNION_EVENT_NOT_OVER')
  await ctx.wechat.assertTextIsSafe(plainTextOf(words))
  const recap = { words, by: personOf(ctx.employee), at: ctx.now }
  let wasTold = false
  return ctx.transaction(
    async tx => {
      const before = await events.in(tx).require(eventId, 'UNION_EVENT_MISSING')
      wasTold = before.recap != null
      const telling = before.tellingAfter === undefined ? { tellingAfter: '' } : {}
      await events.in(tx).update(eventId, { recap, ...telling })
      return { eventId }
    },
    () => ({ subject: `${events.name}/${eventId}`, before: { recap: wasTold }, after: { recap: true } }),
  )
})
