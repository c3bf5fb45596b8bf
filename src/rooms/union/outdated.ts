import { api } from '@/api'

/** What a change of one's membership makes old. */
export const membershipQueries = [
  api.union.listAssociations,
  api.union.openAssociation,
  api.union.listMyApplications,
  api.union.openApplication,
] as const

/** What a change of a proposal to found an association makes old. */
export const foundingQueries = [
  api.union.openFounding,
  api.union.listMyFoundings,
  api.union.listAssociations,
  api.access.openInbox,
] as const
