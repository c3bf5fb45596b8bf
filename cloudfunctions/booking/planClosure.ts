import { assertClosureTimes } from '@domain/booking/closure'
import { booking } from '@domain/booking/contract'
import { handle } from '@platform/context'
import { hostedCentre } from './centreReading'
import { newClosure } from './newClosure'
import { closures } from './store'

/** From the commit on nobody books this time; the timer calls off what is open in it and tells everybody. */
export const planClosure = handle(booking.planClosure, async (ctx, { centreId, fromAt, untilAt, reason }) => {
  await hostedCentre(ctx.employee, centreId)
  assertClosureTimes({ fromAt, untilAt }, ctx.now)
  await ctx.wechat.assertTextIsSafe(reason)
  const closureId = ctx.newId('closure')
  return ctx.transaction(
    async tx => {
      await closures.in(tx).insert(newClosure(ctx, { _id: closureId, centreId, fromAt, untilAt, reason }))
      return { closureId }
    },
    () => ({
      subject: `${closures.name}/${closureId}`,
      before: null,
      after: { centreId, fromAt, untilAt, reason },
    }),
  )
})
