import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { hostedEvent } from './hostedEvent'
import { type EventDocument, events } from './store'

/** Takes the words back. The pictures stay: each of them is its photographer's. */
export const removeRecap = handle(union.removeRecap, async (ctx, { eventId }) => {
  let before: EventDocument['recap'] = null
  return ctx.transaction(
    async tx => {
      const { recap } = await hostedEvent(ctx.employee, eventId, tx)
      before = recap ?? null
      if (before) await events.in(tx).update(eventId, { recap: null })
      return { eventId }
    },
    () =>
      before
        ? { subject: `${events.name}/${eventId}`, before: { recap: before.words }, after: { recap: null } }
        : undefined,
  )
})
