import { api } from '@/api'

/** What a change of one's place makes old. */
export const placeQueries = [
  api.booking.openPlace,
  api.booking.listPlaces,
  api.union.openEvent,
  api.union.listEvents,
  api.identity.openSession,
  api.identity.openProfile,
  api.coin.openStatement,
  api.notice.listNotices,
] as const
