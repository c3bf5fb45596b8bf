import type { EarnReason } from '@domain/coin/reasons'
import { earningReasons } from '@domain/forum/earnings'
import type { SubjectKind } from '@domain/forum/review'
import { statementTitle } from '@domain/forum/wording'
import type { Transaction } from '@platform/transaction'
import { reverse } from '../coin/public'
import { isListed, saidUnder } from './ranks'
import { type CommentDocument, comments, type PostDocument, posts, type Withdrawal } from './store'

/** Who takes a publication back and how: its author deletes it, a moderator removes it. */
export interface Order extends Withdrawal {
  state: 'deleted' | 'removed'
}

interface Outcome {
  /** Whole coins that went back. */
  reversed: number
  /** What the author has afterwards. */
  balance: number
}

/**
 * Takes a standing post back with what it earned, inside the caller's transaction; at most five requests, nine if it
 * was featured, five more if it was liked, and one more for each thing that it earned by when it was restored before. Its comments stay as they
 * are, and what they earned stays their authors'.
 */
export async function withdrawPost(tx: Transaction, post: PostDocument, order: Order): Promise<Outcome> {
  const { state, ...withdrawal } = order
  await posts.in(tx).update(post._id, { state, withdrawal, changedAt: Date.now() })
  return takeCoinsBack(tx, 'post', post, { order, text: post.title, postId: post._id })
}

/**
 * As for a post. The post that it stands under is only read, because it may be too hot to be written in a transaction:
 * its counter follows the commit, by `countWithdrawn`. At most six requests, seven after a restoration; five or six more if it was liked.
 */
export async function withdrawComment(
  tx: Transaction,
  comment: CommentDocument,
  order: Order,
): Promise<Outcome & { post: PostDocument; comments: number }> {
  const { state, ...withdrawal } = order
  const post = await posts.in(tx).require(comment.postId, 'FORUM_POST_MISSING')
  const listed = isListed({ ...comment, state })
  await comments.in(tx).update(comment._id, { state, withdrawal, listed, changedAt: Date.now() })
  const outcome = await takeCoinsBack(tx, 'comment', comment, { order, text: comment.body, postId: post._id })
  // What reports had hidden is counted as withdrawn already.
  const counted = comment.state === 'live' ? 1 : 0
  // Its own counter may still be on its way.
  return { ...outcome, post, comments: Math.max(0, saidUnder(post) - counted) }
}

/** By which reasons a publication may have earned: what never was featured or liked need not be asked for that. */
export function reasonsOf(kind: SubjectKind, publication: PostDocument | CommentDocument): EarnReason[] {
  const featured = 'wasFeatured' in publication && publication.wasFeatured
  const liked = publication.likings !== undefined
  return earningReasons[kind].filter(
    reason => (featured || reason !== 'forum.featured') && (liked || reason !== 'forum.liked'),
  )
}

/** Everything that it has earned, by whatever reason. */
async function takeCoinsBack(
  tx: Transaction,
  kind: SubjectKind,
  publication: PostDocument | CommentDocument,
  { order, text, postId }: { order: Order; text: string; postId: string },
): Promise<Outcome> {
  const { _id, author, restored } = publication
  const outcome = { reversed: 0, balance: 0 }
  for (const reason of reasonsOf(kind, publication)) {
    const { reversed, balance } = await reverse(tx, {
      employeeId: author.employeeId,
      reason,
      sourceId: _id,
      title: statementTitle[order.state](text),
      subject: { kind: 'post', id: postId },
      because: order.reason,
      at: order.at,
      again: restored === true,
    })
    outcome.reversed += reversed
    outcome.balance = balance
  }
  return outcome
}
