import type { Instant } from '../kernel/time'
import { type Schedule, statusAt } from '../live/broadcast'

/** A broadcast that belongs to a topic, as its page knows it. */
export interface Showing extends Omit<Schedule, 'stage'> {
  broadcastId: string
  title: string
}

/** As many broadcasts as one topic keeps: those that end last. */
const SHOWINGS_MAX = 5

export const showingStatuses = ['before', 'live', 'replay'] as const

/** What a topic keeps once one of its broadcasts stands otherwise, or belongs to it no more. */
export function withShowing(
  showings: readonly Showing[],
  broadcastId: string,
  showing: Showing | null,
): Showing[] {
  const others = showings.filter(other => other.broadcastId !== broadcastId)
  return [...others, ...(showing ? [showing] : [])].sort((a, b) => a.endsAt - b.endsAt).slice(-SHOWINGS_MAX)
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
