import { Refusal } from '@domain/kernel/errors'
import { live } from '@domain/live/contract'
import { handle } from '@platform/context'
import { saidThere } from '../forum/public'
import { withHost } from './saveBroadcast'
import { broadcasts, talkIdOf } from './store'

export const answerMessage = handle(live.answerMessage, async (ctx, { broadcastId, messageId }) => {
  const said = messageId ? await saidThere(talkIdOf(broadcastId), messageId) : null
  if (messageId && !said) throw new Refusal('LIVE_MESSAGE_MISSING')
  return ctx.transaction(
    async tx => {
      const broadcast = await broadcasts.in(tx).require(broadcastId, 'LIVE_BROADCAST_MISSING')
      const hostIds = withHost(broadcast.hostIds, ctx.employee.id)
      const number = broadcast.answered + 1
      const answering = messageId && said ? { messageId, ...said, number } : null
      const taken = answering ? { answered: number } : {}
      await broadcasts.in(tx).update(broadcastId, { answering, hostIds, ...taken })
      return { answering }
    },
    () => ({
      subject: `${broadcasts.name}/${broadcastId}`,
      before: null,
      after: { answering: messageId ?? null },
    }),
  )
})
