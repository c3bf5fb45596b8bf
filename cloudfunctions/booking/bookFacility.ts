import { booking } from '@domain/booking/contract'
import { countsInWeek, facilityIdOf, weekOf } from '@domain/booking/facility'
import { MOVED_MS_MAX } from '@domain/booking/lessons'
import { slotOf } from '@domain/booking/slotIds'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { ownPlacesIn } from './facilityReading'
import { type Bookable, bookableFor } from './facilitySession'
import { joinSession } from './join'
import { countBooking } from './quota'
import { placeIdOf, places } from './store'

const WEEK_MS = 7 * DAY_MS

/**
 * The quota is looked at before a seat is taken, so that nobody holds some by trying; it is counted with the place,
 * and the deposit is held with it.
 */
export const bookFacility = handle(booking.bookFacility, async (ctx, input) => {
  const { employee, now } = ctx
  const { subjectId, slotAt, depositSeen } = input
  const bookable = await bookableFor(employee.id, subjectId, slotAt, now)
  const { rules, quotaId, week } = bookable
  refuse(rules.deposit !== depositSeen, 'BOOKING_DEPOSIT_CHANGED')
  const session = await bookable.open(now)
  const placeId = placeIdOf(session._id, employee.id)
  const [before, others] = await Promise.all([
    places.get(placeId),
    weekOfMine(employee.id, bookable, placeId),
  ])
  refuse(others >= rules.weekMax, 'BOOKING_WEEK_FULL')
  return joinSession(ctx, { session, before }, { party: 1 }, tx =>
    countBooking(tx, {
      ...{ subjectId: quotaId, employeeId: employee.id, placeId, week, now },
      max: rules.weekMax,
    }),
  )
})

/** How often somebody has it that week, this one not counted. One request. */
async function weekOfMine(employeeId: string, { quotaId, week }: Bookable, placeId: string): Promise<number> {
  const fromAt = startOfDay(week) - MOVED_MS_MAX
  const own = await ownPlacesIn(employeeId, { fromAt, untilAt: fromAt + WEEK_MS + 2 * MOVED_MS_MAX })
  return own.filter(
    place =>
      place._id !== placeId &&
      weekOf(slotOf(place)) === week &&
      (place.subjectId === quotaId || facilityIdOf(place.subjectId) === quotaId) &&
      countsInWeek(place),
  ).length
}
