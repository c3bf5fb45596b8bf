import { appealAbsence } from './appealAbsence'
import { bookFacility } from './bookFacility'
import { facilityDeskHandlers } from './facilityDeskHandlers'
import { listLocations } from './listLocations'
import { openAbsences } from './openAbsences'
import { openCalendar } from './openCalendar'
import { openCourse } from './openCourse'
import { openCourses } from './openCourses'
import { openVenueDay } from './openVenueDay'
import { openVenues } from './openVenues'

/** What everybody does at a gym or a venue, and those who run it. */
export const facilityHandlers = {
  openCourses,
  openCourse,
  listLocations,
  openVenues,
  openVenueDay,
  bookFacility,
  openCalendar,
  openAbsences,
  appealAbsence,
  ...facilityDeskHandlers,
}
