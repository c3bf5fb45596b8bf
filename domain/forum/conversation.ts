import { sortKey } from '../kernel/paging'
import { type Instant, MINUTE_MS, SECOND_MS } from '../kernel/time'

/** The orders of a post's comments. `best`: those most liked and answered first, the newest of equals first. */
export const commentSorts = ['best', 'newest'] as const
export type CommentSort = (typeof commentSorts)[number]

/** Replies that stand under a comment before somebody asks for the rest. */
export const FIRST_REPLIES = 2

/** What people do about a comment, and what it counts: as with a post, an answer says twice as much as a like. */
export const commentPoints = { like: 1, reply: 2 } as const

/** The rank of a comment as a key that is unique and sorts as text; the best is the last. It knows no time. */
export function bestKeyOf(commentId: string, { likes, replies }: { likes: number; replies: number }): string {
  return sortKey(commentPoints.like * likes + commentPoints.reply * replies, commentId)
}

/**
 * How far back a reader who asks what is new is told again: what was written longer ago is committed by then, because
 * no execution lives longer (`timeoutSeconds` of the room's config).
 */
export const TAIL_OVERLAP_MS = 10 * SECOND_MS

/** Whoever was away longer asks for the post anew, which costs less than everything that happened since. */
export const TAIL_MAX_MS = 10 * MINUTE_MS

/** From when on a reader is told what has changed, or null when the post has to be asked for anew. */
export function tailFrom(since: Instant, now: Instant): Instant | null {
  return now - since > TAIL_MAX_MS ? null : since - TAIL_OVERLAP_MS
}

/** How long an open post waits before it asks again what is new: soon while people talk, seldom in silence. */
const TAIL_PAUSES_MS = [5, 5, 5, 10, 20, 60].map(seconds => seconds * SECOND_MS)

/** @param inVain how often in a row nothing had come */
export function tailPauseMs(inVain: number): number {
  return TAIL_PAUSES_MS[Math.min(inVain, TAIL_PAUSES_MS.length - 1)] ?? MINUTE_MS
}
