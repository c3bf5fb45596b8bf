import { can } from '@domain/access/roles'
import { isOpenTo, type PostDeed, type PublicationState } from '@domain/forum/standing'
import { isOwnOf } from '@domain/forum/voices'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { audienceKeysOf } from '@domain/notice/news'
import type { Employee } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { asCard } from './sights'
import { type CommentDocument, comments, type PostDocument, posts } from './store'

/**
 * A post that something is to be done to, in the transaction that does it or before. One request.
 * @throws Refusal FORUM_POST_MISSING, also for one that is there and not open to it: see `isOpenTo`
 */
export async function postTo(deed: PostDeed, postId: string, tx?: Transaction): Promise<PostDocument> {
  const post = await (tx ? posts.in(tx) : posts).get(postId)
  return openTo(deed, post ? [post] : [])
}

/** A post with the marks and the ballot of the caller alone, read along with them. */
export function postAlong(postId: string) {
  return posts.along({ where: { _id: postId }, limit: 1, sight: asCard })
}

function openTo(deed: PostDeed, [post]: readonly PostDocument[]): PostDocument {
  if (!post || !isOpenTo(deed, post.state)) throw new Refusal('FORUM_POST_MISSING')
  return post
}

/**
 * The post that `postAlong` has read, for whoever says something under it: what it stands beside must be shown to them.
 * @throws Refusal FORUM_POST_MISSING
 */
export function talkedPostFrom(found: readonly PostDocument[], reading: Reading): PostDocument {
  const post = openTo('talk', found)
  if (!isThereFor(post, reading)) throw new Refusal('FORUM_POST_MISSING')
  return post
}

/**
 * A post to be marked, with the marks and the ballot of one reader alone. One request.
 * @throws Refusal FORUM_POST_MISSING
 */
export async function livePostFor(readerId: string, postId: string): Promise<PostDocument> {
  const found = await posts.findSeen(readerId, { where: { _id: postId }, limit: 1, sight: asCard })
  return openTo('mark', found)
}

/**
 * A comment that its author and moderators see: shown, or hidden by reports. Inside a transaction or not; one request.
 * @throws Refusal FORUM_COMMENT_MISSING
 */
export async function standingComment(commentId: string, tx?: Transaction): Promise<CommentDocument> {
  const comment = await (tx ? comments.in(tx) : comments).get(commentId)
  if (!comment || !isStanding(comment)) throw new Refusal('FORUM_COMMENT_MISSING')
  return comment
}

/** Whether everybody may see it: in the lists, or beside what it is about. */
function isShown({ state }: { state: PublicationState }): boolean {
  return state === 'live' || state === 'beside'
}

/** Who reads: what a publication shows depends on it. */
export type Reader = Pick<Employee, 'id' | 'grants'>

/** Whether somebody sees a publication: everybody what is shown, its author and moderators what reports have hidden. */
export function isSeenBy(said: Pick<PostDocument, 'state' | 'author' | 'voice'>, reader: Reader): boolean {
  const { state } = said
  if (state === 'hidden') return isOwnOf(said, reader) || can(reader.grants, 'forum.moderate')
  return isShown(said)
}

export interface Reading {
  employee: Employee
  now: Instant
}

/** Whether somebody sees a post now: what stands beside a thing is seen when and by whom the thing is, and by its author and moderators. */
export function isThereFor(
  post: Pick<PostDocument, 'state' | 'author' | 'voice' | 'beside'>,
  { employee, now }: Reading,
): boolean {
  return isSeenBy(post, employee) && isMeantFor(post, { employee, now })
}

/** Whether what a post stands beside is shown to somebody now. */
export function isMeantFor(
  post: Pick<PostDocument, 'author' | 'voice' | 'beside'>,
  { employee, now }: Reading,
): boolean {
  if (!post.beside || isOwnOf(post, employee)) return true
  const { overseenBy } = post.beside
  if (can(employee.grants, overseenBy) || can(employee.grants, 'forum.moderate')) return true
  return isShownTo(post, employee, now)
}

/** Whether what a post stands beside is for colleagues of a place and a department, and shown already. */
export function isShownTo(
  { beside }: Pick<PostDocument, 'beside'>,
  of: Pick<Employee, 'site' | 'department'>,
  now: Instant,
): boolean {
  if (!beside) return true
  return beside.shownFrom <= now && audienceKeysOf({ ...of, associationIds: [] }).includes(beside.shownTo)
}

const askedOfPost = ['state', 'author', 'voice', 'beside'] as const satisfies readonly (keyof PostDocument)[]

/** What `isThereFor` asks of a post, read along with its reader. */
export function postSeenAlong(postId: string) {
  return posts.along({ where: { _id: postId }, limit: 1, fields: askedOfPost })
}

/** The same of the post that a comment stands under, read along with the comment. */
export function postAboveAlong() {
  const matching = { field: '_id', value: '$postId' } as const
  return posts.along({ where: {}, matching, limit: 1, fields: askedOfPost })
}

/** Whether neither its author nor a moderator has taken it back. */
export function isStanding({ state }: { state: PublicationState }): boolean {
  return state === 'hidden' || isShown({ state })
}
