import { heatKeyOf } from '@domain/forum/heat'
import { statementTitle } from '@domain/forum/wording'
import type { Transaction } from '@platform/transaction'
import { reverse } from '../coin/public'
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
 * Takes a live post back with what it earned, inside the caller's transaction; at most five requests. Its comments
 * stay as they are, and what they earned stays their authors'.
 */
export async function withdrawPost(tx: Transaction, post: PostDocument, order: Order): Promise<Outcome> {
  const { state, ...withdrawal } = order
  await posts.in(tx).update(post._id, { state, withdrawal })
  return reverse(tx, {
    employeeId: post.author.employeeId,
    reason: 'forum.post',
    sourceId: post._id,
    title: statementTitle[state](post.title),
    subject: { kind: 'post', id: post._id },
    because: order.reason,
    at: order.at,
  })
}

/** As for a post; the counter and the heat of the post that it stands under follow. At most seven requests. */
export async function withdrawComment(
  tx: Transaction,
  comment: CommentDocument,
  order: Order,
): Promise<Outcome & { comments: number }> {
  const { state, ...withdrawal } = order
  const post = await posts.in(tx).require(comment.postId, 'FORUM_POST_MISSING')
  const count = post.comments - 1
  await comments.in(tx).update(comment._id, { state, withdrawal })
  await posts
    .in(tx)
    .update(post._id, { comments: count, heatKey: heatKeyOf(post._id, { ...post, comments: count }) })
  const outcome = await reverse(tx, {
    employeeId: comment.author.employeeId,
    reason: 'forum.comment',
    sourceId: comment._id,
    title: statementTitle[state](comment.body),
    subject: { kind: 'post', id: post._id },
    because: order.reason,
    at: order.at,
  })
  return { ...outcome, comments: count }
}
