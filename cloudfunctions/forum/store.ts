import type { ImageState } from '@domain/forum/images'
import type { Author } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'
import type { z } from 'zod'

export interface BoardDocument extends Document {
  name: string
  closed: boolean
  /** Where it stands among the boards, the smallest first. */
  order: number
}

/** `deleted` by its author, `removed` by a moderator; both keep the document, and neither is shown again. */
export type PublicationState = 'live' | 'deleted' | 'removed'

export interface Withdrawal {
  by: string
  reason: string
  at: Instant
}

/** What posts and comments have in common. The author is as they were when they wrote. */
interface Publication extends Document {
  author: z.output<typeof Author>
  body: string
  state: PublicationState
  /** Who took it back and why; null while it is live. */
  withdrawal: Withdrawal | null
  postedAt: Instant
}

export interface StoredImage {
  fileId: string
  /** WeChat's name for its check of this picture; the verdict comes with it. */
  traceId: string
  state: ImageState
  width?: number
  height?: number
}

/** Ids are ULIDs, so that the newest sorts last. */
export interface PostDocument extends Publication {
  boardId: string
  title: string
  images: StoredImage[]
  /** Exact: written in the transaction of each like and comment. */
  likes: number
  comments: number
  /** Follows likes and comments; the hottest sorts last. */
  heatKey: string
}

export interface CommentDocument extends Publication {
  postId: string
}

/** One person likes one post: see `likeId`. */
export interface LikeDocument extends Document {
  postId: string
  employeeId: string
  at: Instant
}

/** What WeChat said of a picture, until it is written to the picture's post. The id is the trace id. */
export interface VerdictDocument extends Document {
  state: 'passed' | 'blocked'
  at: Instant
}

export const boards = collection<BoardDocument>('forum_boards')
export const posts = collection<PostDocument>('forum_posts')
export const comments = collection<CommentDocument>('forum_comments')
export const likes = collection<LikeDocument>('forum_likes')
export const verdicts = collection<VerdictDocument>('forum_verdicts')

export function likeId(postId: string, employeeId: string): string {
  return `${postId}:${employeeId}`
}
