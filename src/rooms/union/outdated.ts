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
  api.union.openAssociation,
  api.union.openPresidency,
  api.union.listEvents,
  api.union.openEventMonth,
  api.union.listAssociations,
  api.booking.listPlaces,
  api.booking.openPlace,
  api.access.openInbox,
] as const
/** What a change of a proposal to found an association makes old. */
export const foundingQueries = [
  api.union.openFounding,
  api.union.listMyFoundings,
  api.union.listAssociations,
  api.access.openInbox,
] as const

/** What a change of an association's members, office or page makes old. */
export const associationQueries = [
  api.union.listAssociations,
  api.union.openAssociation,
  api.union.listMembers,
  api.union.openPresidency,
  api.union.listPhotos,
  api.notice.listNotices,
] as const

/** What a picture makes old: the wall, and the page of the event that it is of. */
export const photoQueries = [
  api.union.openAssociation,
  api.union.listPhotos,
  api.union.listEventPhotos,
  api.union.openEvent,
] as const
