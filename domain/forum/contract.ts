import { z } from 'zod'
import { Earned, HappyHourView } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import {
  Count,
  Cursor,
  EmployeeId,
  FileId,
  Id,
  Instant,
  line,
  NextCursor,
  Reason,
  text,
} from '../kernel/schema'
import { commentSorts } from './conversation'
import { isUploadedPicture } from './images'
import { markProcedures } from './markContract'
import { MENTIONS_MAX } from './mentions'
import { moderation } from './moderationContract'
import { topicProcedures } from './topicContract'
import { TOPICS_MAX } from './topics'
import { Board, Comment, Post, PostVersion, Thread } from './views'

const Image = z.strictObject({
  fileId: FileId.refine(isUploadedPicture, { message: 'an uploaded picture' }),
  width: z.number().int().min(1).max(20_000).optional(),
  height: z.number().int().min(1).max(20_000).optional(),
})

export const feedSorts = ['newest', 'hot', 'featured'] as const

export const forum = {
  ...topicProcedures,
  ...markProcedures,
  ...moderation,
  openFeed: query({
    access: 'employee',
    input: z.strictObject({
      sort: z.enum(feedSorts).default('newest'),
      boardId: Id.optional(),
      after: Cursor.optional(),
    }),
    output: z.object({
      boards: z.array(Board),
      /** What stands on top of a board, on its first page alone; it comes again in its place below. */
      pinned: z.array(Post),
      posts: z.array(Post),
      /** The first of those that are talked about. */
      topics: z.array(z.object({ topicId: z.string(), name: z.string(), posts: Count })),
      next: NextCursor,
      happyHour: HappyHourView,
      now: Instant,
    }),
    errors: ['FORUM_BOARD_MISSING'],
    budget: {
      requests: 6,
      because:
        'caller, posts, what is pinned to a board, and who has left; a new instance also reads boards, coin rules and topics, and remembers them',
    },
  }),
  openPost: query({
    access: 'employee',
    input: z.strictObject({ postId: Id }),
    output: z.object({
      post: Post,
      /** The best first. */
      comments: z.array(Thread),
      next: NextCursor,
      canModerate: z.boolean(),
      /** Whether the reader may choose posts and pin them. */
      canFeature: z.boolean(),
      happyHour: HappyHourView,
      now: Instant,
    }),
    errors: ['FORUM_POST_MISSING'],
    budget: {
      requests: 8,
      because:
        'caller, then post and comments at once, then their first replies; who of the authors has left, of the post and of the comments; a new instance also reads boards and coin rules',
    },
  }),
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
      requests: 5,
      because: 'caller, post, comments, the first replies of all of them, and who of the authors has left',
    },
  }),
  /** The replies under a comment, the oldest first. */
  listReplies: query({
    access: 'employee',
    input: z.strictObject({ postId: Id, commentId: Id, after: Cursor.optional() }),
    output: z.object({ replies: z.array(Comment), next: NextCursor }),
    errors: ['FORUM_POST_MISSING'],
    budget: { requests: 4, because: 'caller, post, replies, and who of their authors has left' },
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
  openCompose: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      boards: z.array(Board),
      /** What publishing now would earn, and what of the day's cap is left. */
      forecast: z.object({ base: Count, multiplier: z.number().int(), amount: Count, leftToday: Count }),
      happyHour: HappyHourView,
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 4,
      because: 'caller and account; a new instance also reads boards and coin rules, and remembers them',
    },
  }),
  listMine: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ posts: z.array(Post), next: NextCursor, now: Instant }),
    errors: [],
    budget: {
      requests: 4,
      because: 'caller and posts, and who of the authors has left; a new instance also reads the boards',
    },
  }),
  createPost: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      boardId: Id,
      title: line(2, limits.titleMax),
      body: text(1, limits.bodyMax),
      images: z.array(Image).max(limits.postImagesMax).default([]),
      /** Whom `@name` in the text means. */
      mentionIds: z.array(EmployeeId).max(MENTIONS_MAX).default([]),
    }),
    output: z.object({ postId: z.string(), earned: Earned }),
    errors: [
      'FORUM_BOARD_MISSING',
      'FORUM_BOARD_CLOSED',
      'FORUM_CLOSED',
      'FORUM_MUTED',
      'FORUM_IMAGE_MISSING',
      'FORUM_TOO_FAST',
      'FORUM_REPEATED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 14 + TOPICS_MAX + MENTIONS_MAX,
      because:
        'caller, reception, what was said before; post, what it is found by, account twice, entry, result; a new instance also reads boards and coin rules; with topics those that are known, and each new one; with mentions who they are, and a notice to each',
    },
  }),
  /** The author puts right what they have published; the version before is kept. */
  editPost: command({
    access: 'employee',
    input: z.strictObject({
      postId: Id,
      title: line(2, limits.titleMax),
      body: text(1, limits.bodyMax),
      /** The pictures of the post that stay, in their order; the new ones come after them. */
      keptFileIds: z.array(FileId).max(limits.postImagesMax).default([]),
      images: z.array(Image).max(limits.postImagesMax).default([]),
    }),
    output: z.object({ postId: z.string(), editedAt: Instant }),
    errors: [
      'FORUM_POST_MISSING',
      'FORUM_NOT_YOURS',
      'FORUM_EDIT_TOO_LATE',
      'FORUM_CLOSED',
      'FORUM_MUTED',
      'FORUM_IMAGE_MISSING',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 8 + TOPICS_MAX,
      because:
        'caller, post; post again, the version before, post, what it is found by, result; the topics that are known, and each new one',
    },
  }),
  /** What a post has said, the present version first. */
  openEdits: query({
    access: 'employee',
    input: z.strictObject({ postId: Id }),
    output: z.object({ versions: z.array(PostVersion), now: Instant }),
    errors: ['FORUM_POST_MISSING'],
  }),
  /** Makes a post one of the featured ones, which earns its author coins the first time, or no more one. */
  featurePost: command({
    access: 'forum.feature',
    idempotency: 'reception',
    input: z.strictObject({ postId: Id, featured: z.boolean() }),
    output: z.object({ featured: z.boolean(), earned: Count }),
    errors: ['FORUM_POST_MISSING', 'FORUM_OWN_POST'],
    budget: {
      requests: 10,
      because:
        'caller, reception; post read and written, account read and written, entry, notice, result; a new instance also reads the coin rules',
    },
  }),
  /** Puts a post on top of its board, or takes it down from there. */
  pinPost: command({
    access: 'forum.feature',
    input: z.strictObject({ postId: Id, pinned: z.boolean() }),
    output: z.object({ pinned: z.boolean() }),
    errors: ['FORUM_POST_MISSING', 'FORUM_PINS_FULL'],
  }),
  addComment: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      postId: Id,
      body: text(1, limits.commentMax),
      /** The comment or reply that is answered; the answer stands under the same comment of the first level. */
      answersId: Id.optional(),
    }),
    output: z.object({ comment: Comment, comments: Count, earned: Earned }),
    errors: [
      'FORUM_POST_MISSING',
      'FORUM_COMMENT_MISSING',
      'FORUM_CLOSED',
      'FORUM_MUTED',
      'FORUM_TOO_FAST',
      'FORUM_REPEATED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 20,
      because:
        'as a post, whose boards it does not need; the post is read, its author is told, and its comments are counted: two, three where others comment at the same moment. An answer also reads what it answers and the comment above, tells one more, and is counted there too',
    },
  }),
  likeComment: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ commentId: Id, liked: z.boolean() }),
    output: z.object({ liked: z.boolean(), likes: Count }),
    errors: ['FORUM_COMMENT_MISSING'],
  }),
  deletePost: command({
    access: 'employee',
    input: z.strictObject({ postId: Id }),
    output: z.object({ reversed: Count, balance: Count }),
    errors: ['FORUM_POST_MISSING', 'FORUM_NOT_YOURS'],
    budget: {
      requests: 14,
      because:
        'what the post earned, by itself and by being featured, goes back in the same transaction; for each of these one more where an appeal had brought it back',
    },
  }),
  deleteComment: command({
    access: 'employee',
    input: z.strictObject({ commentId: Id }),
    output: z.object({ reversed: Count, balance: Count, comments: Count }),
    errors: ['FORUM_COMMENT_MISSING', 'FORUM_POST_MISSING', 'FORUM_NOT_YOURS'],
    budget: {
      requests: 17,
      because:
        "as deleting a post; the comment's post is read and counted as after a comment, and so is the comment above a reply",
    },
  }),
  removePost: command({
    access: 'forum.moderate',
    input: z.strictObject({ postId: Id, reason: Reason }),
    output: z.object({ reversed: Count }),
    errors: ['FORUM_POST_MISSING'],
    budget: {
      requests: 17,
      because:
        'as deleting a post, featured or not; its review is read and written, and its author is told why',
    },
  }),
  removeComment: command({
    access: 'forum.moderate',
    input: z.strictObject({ commentId: Id, reason: Reason }),
    output: z.object({ reversed: Count }),
    errors: ['FORUM_COMMENT_MISSING', 'FORUM_POST_MISSING'],
    budget: {
      requests: 20,
      because:
        'as deleting a comment, or a reply; its review is read and written, and its author is told why',
    },
  }),
}
