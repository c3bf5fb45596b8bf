import { Refusal } from '@domain/kernel/errors'
import { live } from '@domain/live/contract'
import { handle } from '@platform/context'
import { saidThere } from '../forum/public'
import { broadcasts, talkIdOf } from './store'

export const answerMessage = handle(live.answerMessage, async (ctx, { broadcastId, messageId }) => {
  const said = messageId ? await saidThere(talkIdOf(broadcastId), messageId) : null
  if (messageId && !said) throw new Refusal('LIVE_MESSAGE_MISSING')
  return ctx.transaction(
    async tx => {
      const { answered } = await broadcasts.in(tx).require(broadcastId, 'LIVE_BROADCAST_MISSING')
      const number = answered + 1
      const answering = messageId && said ? { messageId, ...said, number } : null
      await broadcasts.in(tx).update(broadcastId, answering ? { answering, answered: number } : { answering })
      return { answering }
    },
    () => ({
      subject: `${broadcasts.name}/${broadcastId}`,
      before: null,
      after: { answering: messageId ?? null },
    }),
  )
})
