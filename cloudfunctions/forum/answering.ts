import { Refusal } from '@domain/kernel/errors'
import { type CommentDocument, comments } from './store'

/** What an answer answers, and the comment of the first level that both stand under. */
export interface Thread {
  top: CommentDocument
  answered: CommentDocument
}

/**
 * The thread that an answer joins. One request for an answer to a comment, two for one to a reply.
 * @throws Refusal FORUM_COMMENT_MISSING when what is answered is not shown, or not under this post
 */
export async function answeredThread(postId: string, answersId: string): Promise<Thread> {
  const answered = await comments.get(answersId)
  if (answered?.state !== 'live' || answered.postId !== postId) throw new Refusal('FORUM_COMMENT_MISSING')
  if (answered.parentId === null) return { top: answered, answered }
  // The comment above may have been taken back: it keeps its place for the replies.
  return { top: await comments.require(answered.parentId, 'FORUM_COMMENT_MISSING'), answered }
}
