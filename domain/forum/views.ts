import * as z from 'zod'
import { Author, Count, Instant } from '../kernel/schema'
import { PostCard } from './cards'
import { Poll } from './pollContract'

/** An account that the reader may speak as. */
export const SpokenAs = z.object({ accountId: z.string(), name: z.string() })

/** Whoever may publish nothing for a while. */
export const Silence = z.object({
  until: Instant,
  /** What the decision says, of moderators or of HR; null: nothing is on record. */
  reason: z.string().nullable(),
  /** The removal that it came with, and whether its author may still appeal. */
  reviewId: z.string().nullable(),
  appealable: z.boolean(),
})

export const Board = z.object({ boardId: z.string(), name: z.string(), closed: z.boolean() })

/** `checking` is shown to the author alone until the machine has looked at the picture. */
export const PostImage = z.object({
  fileId: z.string(),
  state: z.enum(['checking', 'passed']),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
})

/** A colleague whom a text calls by `@name`. */
const Mention = z.object({ employeeId: z.string(), name: z.string() })

export const Post = z.object({
  postId: z.string(),
  boardId: z.string(),
  boardName: z.string(),
  author: Author,
  title: z.string(),
  body: z.string(),
  images: z.array(PostImage),
  /** How many pictures WeChat's check has refused: its author alone learns of them. */
  refusedPictures: Count,
  topics: z.array(z.object({ topicId: z.string(), name: z.string() })),
  mentions: z.array(Mention),
  poll: Poll.nullable(),
  card: PostCard.nullable(),
  likes: Count,
  comments: Count,
  liked: z.boolean(),
  favourites: Count,
  favourited: z.boolean(),
  /** Chosen by an official account or a moderator. */
  featured: z.boolean(),
  /** On top of its board. */
  pinned: z.boolean(),
  mine: z.boolean(),
  /** Reports have hidden it from all but its author and moderators, until one of those has looked. */
  hidden: z.boolean(),
  postedAt: Instant,
  /** When its author last changed it. */
  editedAt: Instant.nullable(),
})

/** A post as it was at one time. */
export const PostVersion = z.object({
  title: z.string(),
  body: z.string(),
  /** How many pictures it had. */
  pictures: Count,
  writtenAt: Instant,
})

/** A comment of the first level, or a reply under one. */
export const Comment = z.object({
  commentId: z.string(),
  /** The comment of the first level that a reply stands under. */
  parentId: z.string().nullable(),
  /** Whom a reply to another reply answers. */
  answers: z.object({ commentId: z.string(), name: z.string() }).nullable(),
  author: Author,
  body: z.string(),
  mentions: z.array(Mention),
  likes: Count,
  liked: z.boolean(),
  /** How many replies stand under it. */
  replies: Count,
  mine: z.boolean(),
  hidden: z.boolean(),
  /** Taken back or hidden from the reader, and shown without author and words because replies stand under it. */
  gone: z.boolean(),
  postedAt: Instant,
})

/** A comment of the first level with the replies that are shown at once. */
export const Thread = Comment.extend({ firstReplies: z.array(Comment) })
