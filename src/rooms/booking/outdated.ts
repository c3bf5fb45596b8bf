import { api } from '@/api'

/** What a change of one's place makes old. */
export const placeQueries = [
  api.booking.openPlace,
  api.booking.listPlaces,
  api.booking.listCentres,
  api.booking.openCentre,
  api.booking.openSlots,
  api.booking.openVisit,
  api.booking.openCourses,
  api.booking.openCourse,
  api.booking.openVenues,
  api.booking.openVenueDay,
  api.booking.openCalendar,
  api.union.openEvent,
  api.union.listEvents,
  api.union.openEventMonth,
  api.identity.openSession,
  api.identity.openProfile,
  api.coin.openStatement,
  api.notice.listNotices,
] as const

/** What happens at a centre's desk makes old. */
export const deskQueries = [
  api.booking.openDesk,
  api.booking.listClosures,
  api.booking.openStatistics,
  api.booking.listCentres,
  api.booking.openCentre,
  api.booking.openSlots,
] as const

/** What happens at the desk of a gym or a venue makes old. */
export const facilityQueries = [
  api.booking.openFacilityDesk,
  api.booking.openFacilityForm,
  api.booking.listAbsences,
  api.booking.openFacilityFigures,
  api.booking.openCourses,
  api.booking.openCourse,
  api.booking.openVenues,
  api.booking.openVenueDay,
] as const
