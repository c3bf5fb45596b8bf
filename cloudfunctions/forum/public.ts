import type { PublicationState } from '@domain/forum/standing'
import { _ } from '@platform/cloud'
import { ACCOUNTS_ORDER, accounts, comments, posts } from './store'

export { closeTalk, hotAlong, hotFrom, openTalk, wordTalk } from './beside'
export { publishedOn, reviewsDecidedOn } from './dayFigures'
export { type Dropped, dropPictures, removeDropped } from './droppedPictures'
export { afterVerdicts, type Verdicts, verdictIn, verdictsOn } from './otherPictures'
export { exportOf, forget } from './ownPart'
export { keepingPictures, takePictures } from './pictures'
export { keptPosts, shownPosts, tellReaders } from './readers'
export { reportRecordOf } from './report'
export { removedOf, waitingReviews } from './reviewing'
export { tellTopic } from './showings'
export {
  hasSpoken,
  likedIn,
  saidIn,
  saidThere,
  speakersIn,
  spokenAlong,
  spokenFrom,
  spokenMineAlong,
  talkAlong,
} from './spoken'
export { knownTopics } from './topics'
export { receiveVerdict } from './verdicts'

const COUNTED_MAX = 99

/** How many posts of a person stand, counted up to 99. One request. */
export function livePostsOf(employeeId: string): Promise<number> {
  return countOf(posts, employeeId, 'live')
}

/** What the caller has written that stands, for a screen that reads it along; see `writtenFrom`. */
export function writtenAlong() {
  // Those liked last come first, so that the likes are all of them as far as they are counted.
  const read = {
    where: { state: 'live' as const },
    ofCaller: 'author.employeeId' as const,
    orderBy: [['likedAt', 'desc']] as const,
    limit: COUNTED_MAX,
    fields: ['_id', 'likes'] as const,
  }
  return { posted: posts.along(read), said: comments.along(read) }
}

/** How many posts and comments that is, and how often they were liked, each counted up to 99. */
export function writtenFrom({ posted, said }: Record<'posted' | 'said', readonly { likes: number }[]>) {
  const likes = [...posted, ...said].reduce((sum, one) => sum + one.likes, 0)
  return { posts: posted.length, comments: said.length, likes: Math.min(COUNTED_MAX, likes) }
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

/** Whether a standing post of a person has been featured. One request. */
export async function hasFeaturedPost(employeeId: string): Promise<boolean> {
  const found = await posts.find({
    where: { 'author.employeeId': employeeId, state: 'live', wasFeatured: true },
    limit: 1,
    fields: ['_id'],
  })
  return found.length > 0
}

/** How many posts a person keeps among their favourites, counted up to 99. One request. */
export async function favouritesOf(employeeId: string): Promise<number> {
  const found = await posts.find({
    where: { savers: _.in([employeeId]), state: 'live' },
    limit: COUNTED_MAX,
    fields: ['_id'],
  })
  return found.length
}

/** The accounts of the company and the union, in their order. One request. */
export async function accountsNamed(): Promise<{ scopeId: string; name: string }[]> {
  return (await accounts.find(ACCOUNTS_ORDER)).map(({ _id, name }) => ({ scopeId: _id, name }))
}
