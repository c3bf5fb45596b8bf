import { can } from '@domain/access/roles'
import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { endClosure } from './endClosure'
import { closures } from './store'

export const cancelClosure = handle(booking.cancelClosure, async (ctx, { closureId }) => {
  const { centreId } = await closures.require(closureId, 'BOOKING_CLOSURE_MISSING')
  refuse(!can(ctx.employee.grants, 'booking.centres.run', centreId), 'BOOKING_CLOSURE_MISSING')
  return endClosure(ctx, closureId)
})
