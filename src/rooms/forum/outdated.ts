import { api } from '@/api'

/** What deleting a post or comment of one's own makes old; its coins go with it. */
export const deletionQueries = [
  api.forum.openFeed,
  api.forum.openPost,
  api.forum.listMine,
  api.coin.openStatement,
  api.identity.openSession,
  api.identity.openProfile,
] as const
