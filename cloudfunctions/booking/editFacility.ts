import { booking } from '@domain/booking/contract'
import { atOnceMaxOf } from '@domain/booking/facility'
import { isTimetable } from '@domain/booking/slots'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { isVenue, runFacility } from './facilityReading'
import { facilities } from './store'

export const editFacility = handle(booking.editFacility, async (ctx, { facilityId, absences, venue }) => {
  const facility = await runFacility(ctx.employee, facilityId)
  // A gym has no hours of its own, a venue is nothing without them.
  refuse(isVenue(facility) !== (venue !== undefined), 'BOOKING_HOURS_WRONG', ['venue'])
  const isWrong = isVenue(facility) && venue !== undefined && !isTimetable({ ...facility, ...venue })
  refuse(isWrong, 'BOOKING_HOURS_WRONG', ['week'])
  const after = { absences, ...venue }
  let before: object | null = null
  return ctx.transaction(
    async tx => {
      const current = await facilities.in(tx).require(facilityId, 'BOOKING_FACILITY_MISSING')
      before = isVenue(current)
        ? {
            absences: current.absences,
            week: current.week,
            onHolidays: current.onHolidays,
            followsExchange: current.followsExchange,
            rules: current.rules,
            atOnceMax: atOnceMaxOf(current),
          }
        : { absences: current.absences }
      await facilities.in(tx).put({ ...current, ...after })
      return { saved: true as const }
    },
    () => ({ subject: `${facilities.name}/${facilityId}`, before, after }),
  )
})
