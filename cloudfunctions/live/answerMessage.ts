import { Refusal } from '@domain/kernel/errors'
import { live } from '@domain/live/contract'
import { handle } from '@platform/context'
import { saidThere } from '../forum/public'
import { broadcasts, talkIdOf } from './store'

export const answerMessage = handle(live.answerMessage, async (ctx, { broadcastId, messageId }) => {
  const said = messageId === null ? null : await saidThere(talkIdOf(broadcastId), messageId)
  if (messageId !== null && !said) throw new Refusal('LIVE_MESSAGE_MISSING')
  return ctx.transaction(
    async tx => {
      const { answering: before } = await broadcasts.in(tx).require(broadcastId, 'LIVE_BROADCAST_MISSING')
      const number = (before?.number ?? 0) + 1
      const answering = messageId !== null && said ? { messageId, ...said, number } : null
      await broadcasts.in(tx).update(broadcastId, { answering })
      return { answering }
    },
    () => ({ subject: `${broadcasts.name}/${broadcastId}`, before: null, after: { answering: messageId } }),
  )
})
