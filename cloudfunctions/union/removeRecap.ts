import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { hostedEvent } from './hostedEvent'
import { events } from './store'

/** Takes the words back. The pictures stay: each of them is its photographer's. */
export const removeRecap = handle(union.removeRecap, async (ctx, { eventId }) => {
  const { recap } = await hostedEvent(ctx.employee, eventId)
  return ctx.transaction(
    async tx => {
      await events.in(tx).update(eventId, { recap: null })
      return { eventId }
    },
    () => ({
      subject: `${events.name}/${eventId}`,
      before: { recap: recap?.words ?? null },
      after: { recap: null },
    }),
  )
})
