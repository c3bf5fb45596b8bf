import { booking } from '@domain/booking/contract'
import { handle } from '@platform/context'
import {
  allFacilities,
  facilityName,
  missedBy,
  ofFacility,
  standingView,
  standingWith,
} from './facilityReading'
import { absenceView } from './facilityViews'

export const openAbsences = handle(booking.openAbsences, async ({ employee, now }) => {
  const [all, missed] = await Promise.all([allFacilities(), missedBy(employee.id, now)])
  const facilities = all.flatMap(facility => {
    const own = ofFacility(missed, facility._id)
    if (own.length === 0) return []
    const standing = standingWith(facility, missed, now)
    return [
      {
        ...facilityName(facility),
        standing: standingView(facility, standing),
        absences: own.sort((a, b) => b.startsAt - a.startsAt).map(place => absenceView(place, standing)),
      },
    ]
  })
  return { facilities, now }
})
