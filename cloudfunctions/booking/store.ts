import type { PlaceAction, PlaceState } from '@domain/booking/place'
import type { Seated, Seats } from '@domain/booking/seats'
import type { EarnReason } from '@domain/coin/reasons'
import type { Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'
import type { z } from 'zod'

/** What the seats are for; the room that opened the session knows the rest. */
export type SessionKind = 'event' | 'visit'

/** Something with a beginning, an end and a number of seats. Its seats change outside of transactions: it is hot. */
export interface SessionDocument extends Document, Seats {
  kind: SessionKind
  /** The event or activity that this is a session of. */
  subjectId: string
  title: string
  /** Where it is, in a line. */
  venue: string
  coverFileId: string
  startsAt: Instant
  endsAt: Instant
  joinUntil: Instant
  /** Until when a seat may be given up; offers of seats end here too. */
  cancelUntil: Instant
  partyMax: number
  /** Whole coins that a seat costs. */
  fee: number
  /** What attending earns coins for; null: nothing. */
  earns: EarnReason | null
  /** Over what a grant must reach to run it: an association, a centre. */
  hostScopeId: string
  /** What a poster at the door shows, for people who check themselves in. */
  doorCode: string
  /** `proposed`: somebody has to agree before anybody may join. */
  state: 'proposed' | 'open' | 'calledOff' | 'closed'
  /** Why it was called off; null while it was not. */
  calledOffBecause: string | null
  /** When it was changed last; 0: never since it was opened. */
  revision: Instant
  /** Some of its places may still show it as it was, see `spread`. */
  spreading: boolean
  /** Somebody may be waiting; said too often rather than too rarely, see `allot`. */
  queueing: boolean
  queuedAt: Instant
  /** When those who come are reminded; null: they have been. */
  remindAt: Instant | null
}

/** One person's part in a session; the id is `<session>:<employee>`. The session's lines are copied, for lists. */
export interface PlaceDocument extends Document, Seated {
  sessionId: string
  kind: SessionKind
  subjectId: string
  title: string
  venue: string
  startsAt: Instant
  endsAt: Instant
  employeeId: string
  /** Up to which revision of the session it has followed. */
  revision: Instant
  /** Where it stands among the person's own, by beginning; unique. */
  listKey: string
  person: z.infer<typeof Person>
  state: PlaceState
  /** Where it stands in the queue: the first is the smallest. */
  queueKey: string
  offerExpiresAt: Instant | null
  /** Whether the person has been told that it begins soon. */
  reminded: boolean
  answers: { title: string; answer: string }[]
  guests: string[]
  /** Whole coins that were paid for this turn. */
  paid: number
  /** What the host scans, and its short form to be read out. */
  codes: [long: string, short: string]
  trail: { action: PlaceAction; at: Instant; by: string; note: string | null }[]
}

export const sessions = collection<SessionDocument>('booking_sessions')
export const places = collection<PlaceDocument>('booking_places')

export function placeIdOf(sessionId: string, employeeId: string): string {
  return `${sessionId}:${employeeId}`
}
