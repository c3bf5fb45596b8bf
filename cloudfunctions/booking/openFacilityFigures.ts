import { booking } from '@domain/booking/contract'
import { type FacilityCounted, facilityFigures } from '@domain/booking/facilityFigures'
import { weekdayOf } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { facilityName, runFacility, someSessionsIn, subjectsOf } from './facilityReading'
import { figureTimes } from './figureDays'
import type { SessionDocument } from './store'

const READ_MAX = 1_000
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

export const openFacilityFigures = handle(
  booking.openFacilityFigures,
  async ({ employee, now }, { facilityId, fromOn, untilOn }) => {
    const facility = await runFacility(employee, facilityId)
    const times = figureTimes(fromOn, untilOn)
    const subjects = await subjectsOf(facility)
    const found = await someSessionsIn(
      subjects.map(({ subjectId }) => subjectId),
      times,
    )
    const held = found.filter(({ state, tally }) => state === 'closed' && tally !== undefined)
    return {
      facility: facilityName(facility),
      fromOn,
      untilOn,
      figures: facilityFigures(countedIn(held)),
      bySubject: subjects.map(({ subjectId, name }) => {
        const { seats, bookings, attended } = countedIn(held.filter(one => one.subjectId === subjectId))
        return { subjectId, name, seats, booked: bookings, attended }
      }),
      byWeekday: WEEKDAYS.map(weekday => {
        const { seats, bookings } = countedIn(held.filter(({ startsAt }) => weekdayOf(startsAt) === weekday))
        return { weekday, seats, booked: bookings }
      }),
      complete: found.length < READ_MAX,
      now,
    }
  },
)

function countedIn(held: readonly SessionDocument[]): FacilityCounted {
  const sum = (of: (session: SessionDocument) => number) =>
    held.reduce((total, session) => total + of(session), 0)
  return {
    sessions: held.length,
    seats: sum(({ capacity }) => capacity),
    bookings: sum(({ tally }) => tally?.bookings ?? 0),
    attended: sum(({ tally }) => tally?.attendedBookings ?? 0),
  }
}
