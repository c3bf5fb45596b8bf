import { sortKey } from '../kernel/paging'
import { type Instant, SECOND_MS } from '../kernel/time'

/** A comment costs its author more than a like, and says more. */
const COMMENT_POINTS = 2

/** So many seconds of freshness weigh as much as ten times the points. */
const SECONDS_PER_TENFOLD = 45_000

interface Facts {
  likes: number
  comments: number
  postedAt: Instant
}

/**
 * How hot a post is: log₁₀ max(1, points) + seconds / 45,000, the ranking that Reddit published (its
 * `_sorts.pyx`, https://github.com/reddit-archive/reddit/blob/master/r2/r2/lib/db/_sorts.pyx; explained in
 * A. Salihefendic, "How Reddit ranking algorithms work", 2010), without its votes against. Time enters only as the
 * moment of posting, so that the order of two posts changes when one of them is talked about and never by waiting:
 * nothing needs to be computed again as the hours pass.
 */
export function heatOf({ likes, comments, postedAt }: Facts): number {
  const points = likes + COMMENT_POINTS * comments
  return Math.log10(Math.max(1, points)) + postedAt / SECOND_MS / SECONDS_PER_TENFOLD
}

/** The heat as a key that is unique and sorts as text; the hottest is the last. */
export function heatKeyOf(postId: string, facts: Facts): string {
  return sortKey(heatOf(facts), postId)
}
