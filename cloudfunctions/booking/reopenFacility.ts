import { can } from '@domain/access/roles'
import { booking } from '@domain/booking/contract'
import { facilityIdOf } from '@domain/booking/facility'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { endClosure } from './endClosure'
import { bookedOf } from './facilityReading'
import { closures, facilities } from './store'

/** What was called off stays so: the hour opens as another session. What is closed for good is not opened again. */
export const reopenFacility = handle(booking.reopenFacility, async (ctx, { closureId }) => {
  const { centreId } = await closures.require(closureId, 'BOOKING_CLOSURE_MISSING')
  const isRun = can(ctx.employee.grants, 'booking.facilities.run', facilityIdOf(centreId))
  refuse(!isRun || facilityIdOf(centreId) === centreId, 'BOOKING_CLOSURE_MISSING')
  const facility = await facilities.require(facilityIdOf(centreId), 'BOOKING_CLOSURE_MISSING')
  const isBooked = (await bookedOf(facility)).includes(centreId)
  refuse(!isBooked, 'BOOKING_CLOSURE_MISSING')
  return endClosure(ctx, closureId)
})
