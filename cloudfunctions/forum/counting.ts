import { heatKeyOf } from '@domain/forum/heat'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { comments, type PostDocument, PROGRESS_ID, type PublicationState, posts, progress } from './store'

/*
 * A post that everybody talks about is too hot for a transaction. Its two counters of comments grow: whoever has
 * committed a comment counts what is there now and raises the counter to that. Whoever comes last has counted all,
 * in whatever order the writes arrive, and counting twice changes nothing. What a process that died in between has not
 * counted, the next comment counts, or the timer.
 *
 * A comment that moderators give back makes fewer of those that were withdrawn. That is rare, so it is counted anew on
 * the condition that nobody else counts meanwhile; whoever had counted before and writes after is put right by the
 * timer, a minute later.
 */

type Counter = 'written' | 'withdrawn'

const WITHDRAWN: readonly PublicationState[] = ['hidden', 'deleted', 'removed']
/** As many as one read can return. */
const SETTLED_AT_ONCE_MAX = 1_000
/** Longer than an execution lives: what changed before is committed or never will be. */
const SETTLING_MS = MINUTE_MS

/** How many comments a post shows. */
export function commentsOf({ written, withdrawn }: Pick<PostDocument, Counter>): number {
  return written - withdrawn
}

/** The rank of a post by its counters as given. */
export function heatKeyFor(post: PostDocument): string {
  const { _id, likes, favourites, postedAt } = post
  return heatKeyOf(_id, { likes, comments: commentsOf(post), favourites, postedAt })
}

/** What must not have changed for a rank that was computed from `post` to be right. */
export function asCounted({ _id, likes, favourites, written, withdrawn }: PostDocument) {
  return { _id, likes, favourites, written, withdrawn }
}

/**
 * Counts the comments of a post, after the commit that has changed them. Two requests, three where others count too.
 * @param read the post as it was before or after the commit
 */
export async function countComments(read: PostDocument, counter: Counter): Promise<void> {
  const state = counter === 'withdrawn' ? { state: _.in(WITHDRAWN) } : {}
  const counted = await comments.count({ postId: read._id, ...state })
  if (counted <= read[counter]) return
  const heatKey = heatKeyFor({ ...read, [counter]: counted })
  const calm = await posts.updateWhere(asCounted(read), { [counter]: counted, heatKey, heatDue: false })
  if (calm === 0) await posts.updateWhere({ _id: read._id }, { [counter]: _.max(counted), heatDue: true })
}

/** Counts whatever has changed since the last time, so that no crash leaves a counter behind; a timer calls it. */
export async function countChanged(now: Instant): Promise<number> {
  const to = now - SETTLING_MS
  const before = (await progress.get(PROGRESS_ID))?.countedTo ?? 0
  const changed = await comments.find({
    where: { changedAt: _.gte(before).and(_.lt(to)) },
    orderBy: [['changedAt', 'asc']],
    limit: SETTLED_AT_ONCE_MAX,
    fields: ['postId', 'changedAt'],
  })
  if (changed.length === 0) return 0
  const postIds = [...new Set(changed.map(({ postId }) => postId))]
  const found = await posts.find({ where: { _id: _.in(postIds) }, limit: postIds.length, fields: ['_id'] })
  for (const { _id } of found) await recountComments(_id)
  // More may have changed at the very time of the last one that was read.
  const last = changed.at(-1)?.changedAt ?? to
  await progress.put({ _id: PROGRESS_ID, countedTo: changed.length < SETTLED_AT_ONCE_MAX ? to : last })
  return found.length
}

const RECOUNTS_MAX = 5

/** Sets both counters to what is there, also where that is less than before. Four requests where nobody else counts. */
export async function recountComments(postId: string): Promise<void> {
  for (let attempt = 1; attempt <= RECOUNTS_MAX; attempt += 1) {
    const post = await posts.require(postId, 'FORUM_POST_MISSING')
    const [written, withdrawn] = await Promise.all([
      comments.count({ postId }),
      comments.count({ postId, state: _.in(WITHDRAWN) }),
    ])
    if (written === post.written && withdrawn === post.withdrawn) return
    const heatKey = heatKeyFor({ ...post, written, withdrawn })
    const set = await posts.updateWhere(asCounted(post), { written, withdrawn, heatKey, heatDue: false })
    if (set === 1) return
  }
}

/** Ranks the posts whose counters changed under many hands at once; a timer calls it. */
export async function warmUp(): Promise<number> {
  const due = await posts.find({ where: { heatDue: true }, limit: SETTLED_AT_ONCE_MAX })
  for (const post of due)
    await posts.updateWhere(asCounted(post), { heatKey: heatKeyFor(post), heatDue: false })
  return due.length
}
