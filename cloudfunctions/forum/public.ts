import { comments, type PublicationState, posts } from './store'

const COUNTED_MAX = 99

/** How many posts of a person stand, counted up to 99. One request. */
export function livePostsOf(employeeId: string): Promise<number> {
  return countOf(posts, employeeId, 'live')
}

/**
 * What a person has written and what moderators took back of it, for those who decide about them; each counted up to
 * 99. Three requests.
 */
export async function recordOf(employeeId: string): Promise<{ posts: number; removed: number }> {
  const [live, removedPosts, removedComments] = await Promise.all([
    livePostsOf(employeeId),
    countOf(posts, employeeId, 'removed'),
    countOf(comments, employeeId, 'removed'),
  ])
  return { posts: live, removed: Math.min(COUNTED_MAX, removedPosts + removedComments) }
}

async function countOf(
  publications: typeof posts | typeof comments,
  employeeId: string,
  state: PublicationState,
): Promise<number> {
  const found = await publications.find({
    where: { 'author.employeeId': employeeId, state },
    limit: COUNTED_MAX,
    fields: ['_id'],
  })
  return found.length
}
