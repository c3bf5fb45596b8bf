import { booking } from '@domain/booking/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { isVenue, openUnitsOf, runFacility } from './facilityReading'
import { lastClosure } from './newClosure'
import { closures, facilities } from './store'

/** From the commit on nobody books it; the timer calls off what is open of it and tells everybody, as of a closure. */
export const retireUnit = handle(booking.retireUnit, async (ctx, { facilityId, unitId, reason }) => {
  await runFacility(ctx.employee, facilityId)
  await ctx.wechat.assertTextIsSafe(reason)
  const closureId = ctx.newId('closure')
  return ctx.transaction(
    async tx => {
      const venue = await facilities.in(tx).require(facilityId, 'BOOKING_FACILITY_MISSING')
      if (!isVenue(venue)) throw new Refusal('BOOKING_FACILITY_MISSING')
      const open = openUnitsOf(venue)
      refuse(!open.some(unit => unit.unitId === unitId), 'BOOKING_FACILITY_MISSING')
      refuse(open.length === 1, 'BOOKING_UNIT_LAST')
      const units = venue.units.map(unit => (unit.unitId === unitId ? { ...unit, retiredAt: ctx.now } : unit))
      await facilities.in(tx).put({ ...venue, units })
      await closures.in(tx).insert(lastClosure(ctx, { _id: closureId, centreId: unitId, reason }))
      return { closureId }
    },
    () => ({
      subject: `${facilities.name}/${facilityId}`,
      before: { unitId },
      after: { retired: unitId, reason },
    }),
  )
})
