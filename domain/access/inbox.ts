import { type WaitingItem, waitingKinds } from './contract'

/** The most that a room lists at once of what waits in it. */
export const WAITING_MAX = 50

type Kind = (typeof waitingKinds)[number]

export interface Inbox {
  waiting: WaitingItem[]
  counts: Record<Kind, number>
  /** Whether a room had as much as it may list, so that more may wait there. */
  more: boolean
}

/** Puts what waits in several rooms into one list, oldest first. */
export function gatherInbox(rooms: readonly (readonly WaitingItem[])[]): Inbox {
  const waiting = rooms.flat().sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
  const counts = waitingKinds.map(kind => [kind, waiting.filter(item => item.kind === kind).length])
  return {
    waiting,
    counts: Object.fromEntries(counts) as Inbox['counts'],
    more: rooms.some(items => items.length >= WAITING_MAX),
  }
}
