import * as z from 'zod'
import { Earned } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, EmployeeId, Id, Instant, NextCursor, Reason, text } from '../kernel/schema'
import { commentSorts } from './conversation'
import { MENTIONS_MAX } from './mentions'
import { penalty } from './moderationContract'
import { Comment, Thread } from './views'

/** What is said under a post, and taking it back. */
export const conversationProcedures = {
  listComments: query({
    access: 'employee',
    input: z.strictObject({
      postId: Id,
      sort: z.enum(commentSorts).default('best'),
      after: Cursor.optional(),
    }),
    output: z.object({ comments: z.array(Thread), next: NextCursor }),
    errors: ['FORUM_POST_MISSING'],
    budget: {
      requests: 4,
      because: 'caller and post, comments, the first replies of all of them, and who of the authors has left',
    },
  }),
  /** The replies under a comment, the oldest first. */
  listReplies: query({
    access: 'employee',
    input: z.strictObject({ postId: Id, commentId: Id, after: Cursor.optional() }),
    output: z.object({ replies: z.array(Comment), next: NextCursor }),
    errors: ['FORUM_POST_MISSING'],
    budget: { requests: 3, because: 'caller and post, replies, and who of their authors has left' },
  }),
  /** What has been written and taken back under an open post; asked every few seconds, so it mostly costs two requests. */
  tailComments: query({
    access: 'employee',
    input: z.strictObject({ postId: Id, since: Instant }),
    output: z.object({
      /** In the order in which they were written; some of them the reader has been told before. */
      comments: z.array(Comment),
      /** The ids of those that were taken back. */
      gone: z.array(z.string()),
      /** Too much has happened, or too long ago: the post is to be opened anew. */
      stale: z.boolean(),
      /** What the next question says as `since`. */
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 3,
      because: 'caller and comments: whoever asks has the post open; of new authors, who has left',
    },
  }),
  addComment: command({
    access: 'employee',
    publishes: true,
    idempotency: 'reception',
    input: z.strictObject({
      postId: Id,
      body: text(1, limits.commentMax),
      /** The comment or reply that is answered; the answer stands under the same comment of the first level. */
      answersId: Id.optional(),
      /** Whom `@name` in the text means. */
      mentionIds: z.array(EmployeeId).max(MENTIONS_MAX).default([]),
      /** The official account that answers; absent: the caller. */
      accountId: Id.optional(),
    }),
    /** An account earns nothing for anybody. */
    output: z.object({ comment: Comment, comments: Count, earned: Earned.nullable() }),
    errors: [
      'FORUM_POST_MISSING',
      'FORUM_COMMENT_MISSING',
      'FORUM_ACCOUNT_MISSING',
      'FORUM_NOT_YOUR_VOICE',
      'FORUM_CLOSED',
      'FORUM_MUTED',
      'FORUM_TOO_FAST',
      'FORUM_REPEATED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 23 + MENTIONS_MAX,
      because:
        'as a post, whose boards it does not need; the post is read, its author is told, and its comments are counted: two, three where others comment at the same moment. An answer also reads what it answers and the comment above, tells one more, and is counted there too; with mentions who they are, and a notice to each',
    },
  }),
  likeComment: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ commentId: Id, liked: z.boolean() }),
    output: z.object({ liked: z.boolean(), likes: Count }),
    errors: ['FORUM_COMMENT_MISSING'],
  }),
  deleteComment: command({
    access: 'employee',
    input: z.strictObject({ commentId: Id }),
    output: z.object({ reversed: Count, balance: Count, comments: Count }),
    errors: ['FORUM_COMMENT_MISSING', 'FORUM_POST_MISSING', 'FORUM_NOT_YOURS'],
    budget: {
      requests: 23,
      because:
        "as deleting a post; the comment's post is read and counted as after a comment, and so is the comment above a reply",
    },
  }),
  removeComment: command({
    access: 'forum.moderate',
    input: z.strictObject({ commentId: Id, reason: Reason, ...penalty }),
    output: z.object({ reversed: Count }),
    errors: ['FORUM_COMMENT_MISSING', 'FORUM_POST_MISSING', 'FORUM_MUTE_TOO_EARLY'],
    budget: {
      requests: 31,
      because:
        'as deleting a comment, or a reply; its review is read and written, and its author is told why. With days of silence the comment and its post are read before, with earlier offences, and the author is muted',
    },
  }),
}
