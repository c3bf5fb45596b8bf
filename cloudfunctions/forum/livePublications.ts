import { Refusal } from '@domain/kernel/errors'
import type { Transaction } from '@platform/transaction'
import { type CommentDocument, comments, type PostDocument, posts } from './store'

/**
 * A post that is shown, in the transaction that changes it or before. One request.
 * @throws Refusal FORUM_POST_MISSING, also for one that its author deleted or a moderator removed
 */
export async function livePost(postId: string, tx?: Transaction): Promise<PostDocument> {
  const post = await (tx ? posts.in(tx) : posts).get(postId)
  if (post?.state !== 'live') throw new Refusal('FORUM_POST_MISSING')
  return post
}

/**
 * A comment that is shown, inside a transaction.
 * @throws Refusal FORUM_COMMENT_MISSING, also for one that was deleted or removed
 */
export async function liveComment(tx: Transaction, commentId: string): Promise<CommentDocument> {
  const comment = await comments.in(tx).get(commentId)
  if (comment?.state !== 'live') throw new Refusal('FORUM_COMMENT_MISSING')
  return comment
}
