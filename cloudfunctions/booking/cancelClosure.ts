import { can } from '@domain/access/roles'
import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { closures } from './store'

export const cancelClosure = handle(booking.cancelClosure, async (ctx, { closureId }) => {
  const { centreId } = await closures.require(closureId, 'BOOKING_CLOSURE_MISSING')
  refuse(!can(ctx.employee.grants, 'booking.centres.run', centreId), 'BOOKING_CLOSURE_MISSING')
  return ctx.transaction(
    async tx => {
      const { state, untilAt } = await closures.in(tx).require(closureId, 'BOOKING_CLOSURE_MISSING')
      refuse(state !== 'planned' || untilAt <= ctx.now, 'BOOKING_CLOSURE_OVER')
      await closures.in(tx).update(closureId, { state: 'cancelled', spreading: false })
      return { state: 'cancelled' as const }
    },
    () => ({
      subject: `${closures.name}/${closureId}`,
      before: { state: 'planned' },
      after: { state: 'cancelled' },
    }),
  )
})
