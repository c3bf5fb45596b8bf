import { api } from '@/api'

/** The lists in which a new post of one's own has its place, beside the feed. */
const ownLists = [
  api.forum.listMine,
  api.forum.openAuthor,
  api.forum.openTopic,
  api.forum.listTopics,
  api.forum.openFollowing,
] as const

/** What a new post makes old, with the coins it earns. */
export const publishingQueries = [
  api.forum.openFeed,
  ...ownLists,
  api.coin.openStatement,
  api.coin.openEarning,
  api.identity.openSession,
  api.identity.openProfile,
] as const

/** What deleting a post or comment of one's own makes old; its coins go with it. */
export const deletionQueries = [
  api.forum.openFeed,
  api.forum.openPost,
  ...ownLists,
  api.coin.openStatement,
  api.coin.openEarning,
  api.identity.openSession,
  api.identity.openProfile,
] as const
