export { waitingReviews } from './reviewing'

import { comments, type PublicationState, posts } from './store'

const COUNTED_MAX = 99

/** How many posts of a person stand, counted up to 99. One request. */
export function livePostsOf(employeeId: string): Promise<number> {
  return countPosts(employeeId, 'live')
}

/**
 * What a person has written and what moderators took back of it, for those who decide about them; each counted up to
 * 99. Three requests.
 */
export async function recordOf(employeeId: string): Promise<{ posts: number; removed: number }> {
  const [live, removedPosts, removedComments] = await Promise.all([
    livePostsOf(employeeId),
    countPosts(employeeId, 'removed'),
    countRemovedComments(employeeId),
  ])
  return { posts: live, removed: Math.min(COUNTED_MAX, removedPosts + removedComments) }
}

async function countPosts(employeeId: string, state: PublicationState): Promise<number> {
  const found = await posts.find({
    where: { 'author.employeeId': employeeId, state },
    limit: COUNTED_MAX,
    fields: ['_id'],
  })
  return found.length
}

async function countRemovedComments(employeeId: string): Promise<number> {
  const found = await comments.find({
    where: { 'author.employeeId': employeeId, state: 'removed' },
    limit: COUNTED_MAX,
    fields: ['_id'],
  })
  return found.length
}
