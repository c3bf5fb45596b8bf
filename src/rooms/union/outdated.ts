import { api } from '@/api'

/** What a change of one's membership makes old. */
export const membershipQueries = [
  api.union.listAssociations,
  api.union.openAssociation,
  api.union.listMyApplications,
  api.union.openApplication,
] as const
