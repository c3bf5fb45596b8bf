import { api } from '@/api'

/** What a change of one's place makes old. */
export const placeQueries = [
  api.booking.openPlace,
  api.booking.listPlaces,
  api.booking.listCentres,
  api.booking.openCentre,
  api.booking.openSlots,
  api.booking.openVisit,
  api.union.openEvent,
  api.union.listEvents,
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
