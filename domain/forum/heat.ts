import { sortKey } from '../kernel/paging'
import type { Instant } from '../kernel/time'
import { workingTimeAt } from '../kernel/workingTime'
import { heatPoints, TENFOLD_MS } from './heatPoints'

interface Facts {
  likes: number
  comments: number
  favourites: number
  postedAt: Instant
}

/** What a post has gathered, whatever its age. */
export function pointsOf({ likes, comments, favourites }: Omit<Facts, 'postedAt'>): number {
  return heatPoints.like * likes + heatPoints.comment * comments + heatPoints.favourite * favourites
}

/**
 * How hot a post is: log₁₀ max(1, points) + working time / 13 h. The form is the ranking that Reddit published (its
 * `_sorts.pyx`, https://github.com/reddit-archive/reddit/blob/master/r2/r2/lib/db/_sorts.pyx; explained in A. Salihefendic,
 * "How Reddit ranking algorithms work", 2010), without its votes against, and with working time for time: a post of
 * Friday evening is as fresh on Monday morning as it was when everybody went home, where a decay by the wall clock
 * (Discourse's, g = 1.2) would ask 64 times the likes of it.
 *
 * Time enters only as the moment of posting. So two posts change places when one of them is talked about and never by
 * waiting: nothing has to be computed again as the hours pass, however many posts there are.
 */
export function heatOf(facts: Facts): number {
  return Math.log10(Math.max(1, pointsOf(facts))) + workingTimeAt(facts.postedAt) / TENFOLD_MS
}

/** The heat as a key that is unique and sorts as text; the hottest is the last. */
export function heatKeyOf(postId: string, facts: Facts): string {
  return sortKey(heatOf(facts), postId)
}

export interface HeatReasons {
  likes: number
  comments: number
  favourites: number
  /** What those add up to. */
  points: number
  /** Working hours since it was posted, in whole tenths. */
  workingHours: number
  /** What is left of the points after that time: ten times less for each working day. */
  heat: number
}

/**
 * Why a post stands where it stands, in numbers that a reader can follow: its points, less what working time has taken.
 * At any one moment posts sorted by this are sorted by `heatOf`, but for those with no points yet, which count as one.
 */
export function whyHot(facts: Facts, now: Instant): HeatReasons {
  const { likes, comments, favourites } = facts
  const points = pointsOf(facts)
  const passedMs = Math.max(0, workingTimeAt(now) - workingTimeAt(facts.postedAt))
  return {
    likes,
    comments,
    favourites,
    points,
    workingHours: Math.round(passedMs / 360_000) / 10,
    heat: Math.max(1, points) * 10 ** (-passedMs / TENFOLD_MS),
  }
}
