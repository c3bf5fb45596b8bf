import type { Instant } from '../kernel/time'
import { type Ages, agesOf } from './ages'
import { type WaitingItem, waitingKinds } from './contract'
import { byUrgency } from './lateness'

/** The most that a room lists at once of what waits in it. */
export const WAITING_MAX = 50

type Kind = (typeof waitingKinds)[number]

export interface Inbox {
  waiting: WaitingItem[]
  counts: Record<Kind, number>
  /** Whether a room had as much as it may list, so that more may wait there. */
  more: boolean
}

/** How long what is open has waited, of each kind of which there is something. */
export function agesByKind(waiting: readonly WaitingItem[], now: Instant): Partial<Record<Kind, Ages>> {
  const ages = waitingKinds.flatMap(kind => {
    const since = waiting.filter(item => item.kind === kind).map(item => item.since)
    const found = agesOf(since, now)
    return found ? [[kind, found] as const] : []
  })
  return Object.fromEntries(ages)
}

/** Puts what waits in several rooms into one list, what is late first. */
export function gatherInbox(rooms: readonly (readonly WaitingItem[])[], now: Instant): Inbox {
  const waiting = rooms.flat().sort(byUrgency(now))
  const counts = waitingKinds.map(kind => [kind, waiting.filter(item => item.kind === kind).length])
  return {
    waiting,
    counts: Object.fromEntries(counts) as Inbox['counts'],
    more: rooms.some(items => items.length >= WAITING_MAX),
  }
}
