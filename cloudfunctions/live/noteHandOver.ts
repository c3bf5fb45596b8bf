import { refuse } from '@domain/kernel/errors'
import { live } from '@domain/live/contract'
import { handle } from '@platform/context'
import { draws } from './store'

/** Only a gift is handed over: coins come by themselves. */
export const noteHandOver = handle(live.noteHandOver, async (ctx, { broadcastId, code, done }) => {
  return ctx.transaction(
    async tx => {
      const { winners, prizes } = await draws.in(tx).require(broadcastId, 'LIVE_NO_DRAW')
      const place = winners.findIndex(winner => winner.code === code)
      const prize = prizes[winners[place]?.prize ?? -1]
      refuse(prize?.kind !== 'gift', 'LIVE_WINNER_MISSING')
      await draws.in(tx).update(broadcastId, { [`winners.${place}.handedOver`]: done })
      return { done }
    },
    () => ({ subject: `${draws.name}/${broadcastId}`, before: { code }, after: { code, handedOver: done } }),
  )
})
