import { booking } from '@domain/booking/contract'
import { atOnceMaxOf, countsInWeek, facilityIdOf, weekOf } from '@domain/booking/facility'
import { MOVED_MS_MAX } from '@domain/booking/lessons'
import { isOneTooMany } from '@domain/booking/ownPlans'
import { slotOf } from '@domain/booking/slotIds'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS, startOfDay } from '@domain/kernel/time'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { ownPlacesIn } from './facilityReading'
import { type Bookable, bookableFor } from './facilitySession'
import { joinSession } from './join'
import { countAtOnce, countBooking } from './quota'
import { placeIdOf, places } from './store'

const WEEK_MS = 7 * DAY_MS

const along = () => ({ account: accountAlong() })

/**
 * Quota and coins are looked at before a seat is taken, and a refusal that comes after it gives it back at once, so that
 * nobody holds some by trying; the quota is counted with the place, and the deposit is held with it.
 */
export const bookFacility = handleWith(booking.bookFacility, along, async (ctx, input, found) => {
  const { employee, now } = ctx
  const { subjectId, slotAt, depositSeen, queues } = input
  const bookable = await bookableFor(employee.id, subjectId, slotAt, now)
  const { facility, rules, quotaId, slot, week } = bookable
  refuse(rules.deposit !== depositSeen, 'BOOKING_DEPOSIT_CHANGED')
  const session = await bookable.open(now)
  const placeId = placeIdOf(session._id, employee.id)
  const max = atOnceMaxOf(facility)
  const [before, others] = await Promise.all([places.get(placeId), othersOf(employee.id, bookable, placeId)])
  refuse(others.ofWeek >= rules.weekMax, 'BOOKING_WEEK_FULL')
  refuse(isOneTooMany(others.here, slot, max), 'BOOKING_AT_ONCE')
  const own = { employeeId: employee.id, placeId }
  const { balance: coins } = accountFrom(employee.id, found.account[0] ?? null)
  return joinSession(ctx, { session, before, coins }, { party: 1, queues }, async tx => {
    await countAtOnce(tx, { ...own, facilityId: facility._id, span: slot, max })
    return countBooking(tx, { ...own, subjectId: quotaId, week, now, max: rules.weekMax })
  })
})

/** Somebody's other bookings: how many count in that week, and all around it in the same gym or venue. One request. */
async function othersOf(employeeId: string, { facility, quotaId, week }: Bookable, placeId: string) {
  const fromAt = startOfDay(week) - MOVED_MS_MAX
  const own = await ownPlacesIn(employeeId, { fromAt, untilAt: fromAt + WEEK_MS + 2 * MOVED_MS_MAX })
  const here = own.filter(
    place => place._id !== placeId && facilityIdOf(place.subjectId) === facility._id && countsInWeek(place),
  )
  const ofWeek = here.filter(
    place => weekOf(slotOf(place)) === week && (place.subjectId === quotaId || quotaId === facility._id),
  ).length
  return { here, ofWeek }
}
