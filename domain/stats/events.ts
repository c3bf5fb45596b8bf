import { DAY_MS, dayOf, HOUR_MS, type Instant, SECOND_MS } from '../kernel/time'

/** What is noted: that somebody came, which page they looked at, and what they did. */
export const eventKinds = ['visit', 'view', 'action'] as const
export type EventKind = (typeof eventKinds)[number]

/** Whoever comes back within this time is still on the same visit. */
export const VISIT_PAUSE_MS = 30 * 60 * SECOND_MS

/** What a phone kept because the network was gone counts up to this late; what is older counts nowhere. */
export const LATE_MAX_MS = 48 * HOUR_MS

export const EVENTS_MAX = 60

/**
 * As many of a kind count of one person in an hour: the app left and started every five minutes, a page or a tap every
 * six seconds for the whole hour. What a phone claims beyond that nobody has done.
 */
export const SAME_HOUR_MAX: Record<EventKind, number> = { visit: 12, view: 600, action: 600 }

/** So many batches of one person in a day say what was read: one every five minutes, around the clock. */
export const READ_BATCHES_MAX = 288

const UTC8_MS = 8 * HOUR_MS

/** One thing that happened; the phone's clock is not believed, only how long ago it was. */
export interface RecordedEvent {
  kind: EventKind
  /** A page (`forum/post`) or a procedure (`forum.likePost`); never what was written or looked for. */
  what: string
  /** Its place in the visit, from 0. */
  number: number
  at: Instant
}

/** One write of a client: what happened on one visit, of a person who has no name here. */
export interface Batch {
  _id: string
  /** A pseudonym: it tells people apart and leads to nobody without the key. */
  who: string
  department: string
  visitId: string
  events: RecordedEvent[]
}

/**
 * When an event happened, by the server's clock and not in the future; null: longer ago than it counts. At another hour
 * than its own it would be a visit that nobody made.
 */
export function happenedAt(secondsAgo: number, receivedAt: Instant): Instant | null {
  const ago = Math.max(secondsAgo * SECOND_MS, 0)
  return ago > LATE_MAX_MS ? null : receivedAt - ago
}

/** The days that a batch tells of; one, or two around midnight. */
export function daysOf(events: readonly Pick<RecordedEvent, 'at'>[]): string[] {
  // Formatting a day costs much more than telling whether two are the same.
  const firsts = new Map(events.map(({ at }) => [Math.floor((at + UTC8_MS) / DAY_MS), at]))
  return [...firsts.values()].map(dayOf).sort()
}

/** The day before or after; days have 24 hours in China. */
export function dayAfter(on: string, days = 1): string {
  return dayOf(Date.parse(`${on}T04:00:00Z`) + days * DAY_MS)
}

/** Every day from one to another, both included. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = []
  for (let on = from; on <= to; on = dayAfter(on)) days.push(on)
  return days
}
