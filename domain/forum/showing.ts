import type { Instant } from '../kernel/time'
import { type Schedule, statusAt } from '../live/broadcast'

/** A broadcast that belongs to a topic, as its page knows it. */
export interface Showing extends Omit<Schedule, 'stage'> {
  broadcastId: string
  title: string
  /** Its picture; absent where it was told before pictures came along. */
  coverFileId?: string
}

/** As many broadcasts as one topic keeps. */
const SHOWINGS_MAX = 5

export const showingStatuses = ['before', 'live', 'replay'] as const

/**
 * What a topic keeps at an instant, once one of its broadcasts stands otherwise or belongs to it no more. Of too many those
 * go first that have been over longest, and then those that are furthest ahead.
 */
export function withShowing(
  showings: readonly Showing[],
  { broadcastId, showing, at }: { broadcastId: string; showing: Showing | null; at: Instant },
): Showing[] {
  const others = showings.filter(other => other.broadcastId !== broadcastId)
  const all = [...others, ...(showing ? [showing] : [])].sort((a, b) => a.endsAt - b.endsAt)
  const over = all.filter(({ endsAt }) => endsAt <= at)
  const coming = all.filter(({ endsAt }) => endsAt > at).slice(0, SHOWINGS_MAX)
  const room = SHOWINGS_MAX - coming.length
  return [...over.slice(Math.max(0, over.length - room)), ...coming]
}

/**
 * Whether colleagues find a topic at an instant. One that is there only because a broadcast belongs to it tells nothing
 * before the broadcast is shown, and goes when that is called off.
 */
export function isThere(
  { announced = false, showings = [] }: { announced?: boolean; showings?: readonly Showing[] },
  at: Instant,
): boolean {
  return !announced || showings.some(({ shownFrom }) => shownFrom <= at)
}

/** The one that a topic leads to at an instant: what is on, else what begins next, else what can be seen again since last. */
export function showingAt(showings: readonly Showing[], at: Instant) {
  const standing = showings.map(showing => ({
    ...showing,
    status: statusAt({ ...showing, stage: 'open' }, at),
  }))
  for (const status of ['live', 'before', 'replay'] as const) {
    const of = standing.filter(one => one.status === status).sort((a, b) => a.startsAt - b.startsAt)
    const first = status === 'replay' ? of.at(-1) : of[0]
    if (first) return { ...first, status }
  }
  return null
}
