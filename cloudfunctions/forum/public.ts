import { _ } from '@platform/cloud'
import { comments, type PublicationState, posts, verdicts } from './store'

export { waitingReviews } from './reviewing'
export { receiveVerdict } from './verdicts'

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

/**
 * What WeChat said of pictures that stand in no post, by trace id. A verdict is known for a day. No moderator looks at
 * these, so that a doubt counts as a no. One request.
 */
export async function verdictsOn(traceIds: readonly string[]): Promise<Map<string, 'passed' | 'blocked'>> {
  const found = await verdicts.find({ where: { _id: _.in([...traceIds]) }, limit: traceIds.length })
  return new Map(found.map(({ _id, state }) => [_id, state === 'passed' ? 'passed' : 'blocked']))
}
