import type { ImageState } from '@domain/forum/images'
import type { ReportOutcome, ReportReason } from '@domain/forum/reports'
import type { Review } from '@domain/forum/review'
import type { Author, Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'
import type { z } from 'zod'

export interface BoardDocument extends Document {
  name: string
  closed: boolean
  /** Where it stands among the boards, the smallest first. */
  order: number
}

/**
 * `hidden` by reports until a moderator has looked, shown to its author and moderators alone; `deleted` by its author,
 * `removed` by a moderator: both keep the document and are shown to nobody.
 */
export type PublicationState = 'live' | 'hidden' | 'deleted' | 'removed'

export interface Withdrawal {
  by: string
  reason: string
  at: Instant
}

/** What posts and comments have in common. The author is as they were when they wrote. */
interface Publication extends Document {
  author: z.output<typeof Author>
  body: string
  /** What says that two are the same: see `pace.ts`. */
  wordsHash: string
  state: PublicationState
  /** Who took it back and why; null while it is live. */
  withdrawal: Withdrawal | null
  /** Whether an appeal has brought it back, with its coins; absent before. */
  restored?: boolean
  postedAt: Instant
}

export interface StoredImage {
  /** The community's own copy of what was uploaded: see `pictures.ts`. */
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
  /** Who likes it, each once, and how many they are: both change in one update, so that the number is exact. */
  likers: string[]
  likes: number
  /** Who keeps it among their favourites, in the same way. */
  savers: string[]
  favourites: number
  /** Comments ever written, and those of them that were taken back: neither ever falls. See `counting.ts`. */
  written: number
  withdrawn: number
  /** Follows likes and comments; the hottest sorts last. */
  heatKey: string
  /** Whether a counter has changed since without it; the timer brings it up to date. */
  heatDue: boolean
}

export interface CommentDocument extends Publication {
  postId: string
  /** When it was written or taken back, by the clock of the execution: the timer counts what changed. */
  changedAt: Instant
}

/** How far the timer has come with counting: every comment that changed before is in the counters of its post. */
export interface ProgressDocument extends Document {
  countedTo: Instant
}

export const PROGRESS_ID = 'comments'

/** What WeChat said of a picture, until it is written to the picture's post. The id is the trace id. */
export interface VerdictDocument extends Document {
  state: 'passed' | 'blocked' | 'doubted'
  at: Instant
}

/** How one thing stands with the moderators: `reviewIdOf`. */
export interface ReviewDocument extends Review<z.output<typeof Author>>, Document {}

/** One person's report of one thing; the id is of both, `<review>.<employee number>`, so that there is one. */
export interface ReportDocument extends Document {
  reviewId: string
  round: number
  reporter: z.output<typeof Person>
  reason: ReportReason
  at: Instant
  /** The reporter's record when they reported, by which the report was weighed. */
  upheld: number
  decided: number
  outcome: ReportOutcome
}

export const boards = collection<BoardDocument>('forum_boards')
export const posts = collection<PostDocument>('forum_posts')
export const comments = collection<CommentDocument>('forum_comments')
export const progress = collection<ProgressDocument>('forum_progress')
export const verdicts = collection<VerdictDocument>('forum_verdicts')
export const reviews = collection<ReviewDocument>('forum_reviews')
export const reports = collection<ReportDocument>('forum_reports')
