import { z } from 'zod'
import { Earned, HappyHourView } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Author, Count, Cursor, FileId, Id, Instant, line, NextCursor, Reason, text } from '../kernel/schema'
import { isUploadedPicture } from './images'
import { moderation } from './moderationContract'

export const Board = z.object({ boardId: z.string(), name: z.string(), closed: z.boolean() })

/** `checking` is shown to the author alone until the machine has looked at the picture. */
export const PostImage = z.object({
  fileId: z.string(),
  state: z.enum(['checking', 'passed']),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
})

export const Post = z.object({
  postId: z.string(),
  boardId: z.string(),
  boardName: z.string(),
  author: Author,
  title: z.string(),
  body: z.string(),
  images: z.array(PostImage),
  likes: Count,
  comments: Count,
  liked: z.boolean(),
  favourites: Count,
  favourited: z.boolean(),
  mine: z.boolean(),
  /** Reports have hidden it from all but its author and moderators, until one of those has looked. */
  hidden: z.boolean(),
  postedAt: Instant,
})

export const Comment = z.object({
  commentId: z.string(),
  author: Author,
  body: z.string(),
  mine: z.boolean(),
  hidden: z.boolean(),
  postedAt: Instant,
})

const Image = z.strictObject({
  fileId: FileId.refine(isUploadedPicture, { message: 'an uploaded picture' }),
  width: z.number().int().min(1).max(20_000).optional(),
  height: z.number().int().min(1).max(20_000).optional(),
})

export const feedSorts = ['newest', 'hot'] as const

export const forum = {
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
      posts: z.array(Post),
      next: NextCursor,
      happyHour: HappyHourView,
      now: Instant,
    }),
    errors: ['FORUM_BOARD_MISSING'],
    budget: {
      requests: 5,
      because:
        'caller, posts, and who has left; a new instance also reads boards and coin rules, and remembers them',
    },
  }),
  openPost: query({
    access: 'employee',
    input: z.strictObject({ postId: Id }),
    output: z.object({
      post: Post,
      comments: z.array(Comment),
      next: NextCursor,
      canModerate: z.boolean(),
      happyHour: HappyHourView,
      now: Instant,
    }),
    errors: ['FORUM_POST_MISSING'],
    budget: {
      requests: 7,
      because:
        'caller, then post and comments at once; who of them has left; a new instance also reads boards and coin rules',
    },
  }),
  listComments: query({
    access: 'employee',
    input: z.strictObject({ postId: Id, after: Cursor }),
    output: z.object({ comments: z.array(Comment), next: NextCursor }),
    errors: ['FORUM_POST_MISSING'],
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
  }),
  createPost: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      boardId: Id,
      title: line(2, limits.titleMax),
      body: text(1, limits.bodyMax),
      images: z.array(Image).max(limits.postImagesMax).default([]),
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
      requests: 10,
      because:
        'caller, reception, what was said before; post, account twice, entry, result; a new instance also reads boards and coin rules',
    },
  }),
  addComment: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({ postId: Id, body: text(1, limits.commentMax) }),
    output: z.object({ comment: Comment, comments: Count, earned: Earned }),
    errors: [
      'FORUM_POST_MISSING',
      'FORUM_CLOSED',
      'FORUM_MUTED',
      'FORUM_TOO_FAST',
      'FORUM_REPEATED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 14,
      because:
        'as a post, whose boards it does not need; the post is read, its author is told, and its comments are counted: two, three where others comment at the same moment',
    },
  }),
  likePost: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ postId: Id, liked: z.boolean() }),
    output: z.object({ liked: z.boolean(), likes: Count }),
    errors: ['FORUM_POST_MISSING'],
  }),
  favouritePost: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ postId: Id, favourited: z.boolean() }),
    output: z.object({ favourited: z.boolean(), favourites: Count }),
    errors: ['FORUM_POST_MISSING'],
  }),
  listFavourites: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ posts: z.array(Post), next: NextCursor, now: Instant }),
    errors: [],
  }),
  /** Why a post stands where it stands among the hot ones. */
  openHeat: query({
    access: 'employee',
    input: z.strictObject({ postId: Id }),
    output: z.object({
      title: z.string(),
      /** The hottest is 1; null beyond the first hundred. */
      rank: Count.nullable(),
      likes: Count,
      comments: Count,
      favourites: Count,
      points: Count,
      /** Working hours since it was posted, in tenths. */
      workingHours: z.number(),
      heat: z.number(),
    }),
    errors: ['FORUM_POST_MISSING'],
  }),
  deletePost: command({
    access: 'employee',
    input: z.strictObject({ postId: Id }),
    output: z.object({ reversed: Count, balance: Count }),
    errors: ['FORUM_POST_MISSING', 'FORUM_NOT_YOURS'],
    budget: { requests: 8, because: 'what the post earned goes back in the same transaction' },
  }),
  deleteComment: command({
    access: 'employee',
    input: z.strictObject({ commentId: Id }),
    output: z.object({ reversed: Count, balance: Count, comments: Count }),
    errors: ['FORUM_COMMENT_MISSING', 'FORUM_POST_MISSING', 'FORUM_NOT_YOURS'],
    budget: {
      requests: 12,
      because: "as deleting a post; the comment's post is read and counted as after a comment",
    },
  }),
  removePost: command({
    access: 'forum.moderate',
    input: z.strictObject({ postId: Id, reason: Reason }),
    output: z.object({ reversed: Count }),
    errors: ['FORUM_POST_MISSING'],
    budget: {
      requests: 11,
      because: 'as deleting a post; its review is read and written, and its author is told why',
    },
  }),
  removeComment: command({
    access: 'forum.moderate',
    input: z.strictObject({ commentId: Id, reason: Reason }),
    output: z.object({ reversed: Count }),
    errors: ['FORUM_COMMENT_MISSING', 'FORUM_POST_MISSING'],
    budget: {
      requests: 15,
      because: 'as deleting a comment; its review is read and written, and its author is told why',
    },
  }),
}
