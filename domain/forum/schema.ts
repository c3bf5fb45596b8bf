import { z } from 'zod'
import { Author, Count, Instant } from '../kernel/schema'

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
  topics: z.array(z.object({ topicId: z.string(), name: z.string() })),
  mentions: z.array(z.object({ employeeId: z.string(), name: z.string() })),
  likes: Count,
  comments: Count,
  liked: z.boolean(),
  favourites: Count,
  favourited: z.boolean(),
  mine: z.boolean(),
  postedAt: Instant,
})

export const Comment = z.object({
  commentId: z.string(),
  author: Author,
  body: z.string(),
  mine: z.boolean(),
  postedAt: Instant,
})
