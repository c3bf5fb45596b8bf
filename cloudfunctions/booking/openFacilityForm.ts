import { booking } from '@domain/booking/contract'
import { atOnceMaxOf } from '@domain/booking/facility'
import { handle } from '@platform/context'
import { rosterPlaces } from '../identity/public'
import type { CourseDocument, VenueDocument } from './facilityDocuments'
import { coursesOf, facilityName, isGym, isVenue, openUnitsOf, runFacility } from './facilityReading'

export const openFacilityForm = handle(
  booking.openFacilityForm,
  async ({ employee, now }, { facilityId }) => {
    const facility = await runFacility(employee, facilityId)
    const courses = isGym(facility) ? await coursesOf(facilityId) : []
    return {
      facility: facilityName(facility),
      place: facility.place,
      coverFileId: facility.coverFileId,
      absences: facility.absences,
      venue: isVenue(facility) ? venueForm(facility) : null,
      courses: courses.filter(({ retiredAt }) => retiredAt === undefined).map(courseForm),
      sites: (await rosterPlaces()).cities.map(({ value }) => value),
      now,
    }
  },
)

function venueForm(venue: VenueDocument) {
  const { week, onHolidays, followsExchange, slotMinutes, rules, advice } = venue
  return {
    ...{ week, onHolidays, followsExchange, slotMinutes, rules, advice },
    atOnceMax: atOnceMaxOf(venue),
    units: openUnitsOf(venue),
  }
}

function courseForm(course: CourseDocument) {
  const { _id: courseId, name, level, coach, room, intro, seats, slotMinutes, rules } = course
  const { week, onHolidays, followsExchange } = course
  return {
    ...{ courseId, name, level, coach, room, intro, seats, rules, onHolidays, followsExchange },
    minutes: slotMinutes,
    lessons: week.map(({ weekday, fromMinute }) => ({ weekday, fromMinute })),
  }
}
