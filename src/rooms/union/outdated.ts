import { api } from '@/api'

/** What a change of one's membership makes old. */
export const membershipQueries = [
  api.union.listAssociations,
  api.union.openAssociation,
  api.union.listMyApplications,
  api.union.openApplication,
] as const

/** What a change of an event makes old. */
export const eventQueries = [
  api.union.openEvent,
  api.union.listEvents,
  api.union.listAssociations,
  api.booking.listPlaces,
  api.booking.openPlace,
  api.access.openInbox,
] as const
