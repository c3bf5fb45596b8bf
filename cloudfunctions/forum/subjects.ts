import { type ReviewSubject, reviewAfterEdit, reviewIdOf, unreviewed } from '@domain/forum/review'
import { type PublicationState, shownState } from '@domain/forum/standing'
import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { postTo, standingComment } from './livePublications'
import { wordsOfPoll } from './polls'
import { withTerms } from './reviewTerms'
import {
  type CommentDocument,
  comments,
  type PostDocument,
  posts,
  type ReviewDocument,
  reviews,
} from './store'

/** A post, or a comment with the post that it stands under. */
export type Thing =
  | { kind: 'post'; publication: PostDocument; post: PostDocument }
  | { kind: 'comment'; publication: CommentDocument; post: PostDocument }

/**
 * What is to be reported or removed, inside a transaction or before. One request, two for a comment.
 * @throws Refusal FORUM_POST_MISSING, FORUM_COMMENT_MISSING when it is not there any more
 */
export async function thingTo(
  deed: 'report' | 'remove',
  { kind, id }: Pick<ReviewSubject, 'kind' | 'id'>,
  tx?: Transaction,
): Promise<Thing> {
  if (kind === 'post') {
    const post = await postTo(deed, id, tx)
    return { kind, publication: post, post }
  }
  const comment = await standingComment(id, tx)
  const post = await (tx ? posts.in(tx) : posts).require(comment.postId, 'FORUM_POST_MISSING')
  return { kind, publication: comment, post }
}

/**
 * What a review is about, whatever has become of it; inside a transaction or not. One request, two for a comment.
 * @throws Refusal FORUM_POST_MISSING when the database has lost it
 */
export async function thingOf({ subject }: ReviewDocument, tx?: Transaction): Promise<Thing> {
  const { kind, id, postId } = subject
  const post = (tx ? posts.in(tx) : posts).require(postId, 'FORUM_POST_MISSING')
  if (kind === 'post') return { kind, publication: await post, post: await post }
  const comment = (tx ? comments.in(tx) : comments).require(id, 'FORUM_COMMENT_MISSING')
  return { kind, publication: await comment, post: await post }
}

/** What notices and statements call it by: a post by its title, a comment by its words. */
export function textOf({ kind, publication, post }: Thing): string {
  return kind === 'post' ? post.title : publication.body
}

/** The review of a thing as it stands, or the one that it would begin with. One request. */
export async function reviewOf(tx: Transaction, thing: Thing, now: Instant): Promise<ReviewDocument> {
  const { kind, publication, post } = thing
  const found = await reviews.in(tx).get(reviewIdOf(kind, publication._id))
  if (found) return found
  const subject: ReviewSubject = {
    kind,
    id: publication._id,
    postId: post._id,
    title: post.title,
    words: kind === 'post' ? wordsReviewed(post) : publication.body,
    ...(publication.voice ? { accountId: publication.voice.accountId } : {}),
  }
  return withTerms(unreviewed(subject, authorForModerators(publication), now))
}

function wordsReviewed({ body, poll }: Pick<PostDocument, 'body' | 'poll'>): string {
  return [body, ...wordsOfPoll(poll)].join('\n')
}

/** Puts what a post says now before its moderators, inside the transaction that changes it. Two requests, or one. */
export async function reviewAnew(
  tx: Transaction,
  post: Pick<PostDocument, '_id' | 'title' | 'body' | 'poll'>,
  at: Instant,
): Promise<void> {
  const review = await reviews.in(tx).get(reviewIdOf('post', post._id))
  if (review)
    await reviews
      .in(tx)
      .put(withTerms(reviewAfterEdit(review, { title: post.title, words: wordsReviewed(post), at })))
}

/** Whom moderators judge: whoever wrote it, and behind an account both, as a deputy is named. */
export function authorForModerators({
  author,
  voice,
}: PostDocument | CommentDocument): PostDocument['author'] {
  return voice ? { ...author, name: `${author.name}（代${voice.name}）` } : author
}

/** Whether it is the talk beside a thing of another room, in which others have spoken, and not what its author has said. */
export function isTalk({ kind, post }: Pick<Thing, 'kind' | 'post'>): boolean {
  return kind === 'post' && shownState(post) === 'beside'
}

/** How a thing stands once nothing that was said against it holds: what its own room has closed meanwhile stays closed. */
export function stateGivenBack({ kind, post }: Thing): PublicationState {
  if (kind === 'comment') return 'live'
  return post.closed ? 'deleted' : shownState(post)
}

/** Changes whom a standing thing is shown to. One request. */
export async function setShown(tx: Transaction, { kind, publication }: Thing, state: PublicationState) {
  const change = { state, changedAt: Date.now() }
  if (kind === 'post') await posts.in(tx).update(publication._id, change)
  else await comments.in(tx).update(publication._id, change)
}
