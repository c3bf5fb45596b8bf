import * as z from 'zod'
import { limits } from '../kernel/limits'
import { Count, Instant } from '../kernel/schema'
import { placeActions, placeStates } from './place'

export const sessionKinds = ['event', 'visit', 'course', 'venue'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** My part in a session, as lists and the ticket show it. */
export const Place = z.object({
  placeId: z.string(),
  sessionId: z.string(),
  kind: z.enum(sessionKinds),
  subjectId: z.string(),
  title: z.string(),
  /** Of a visit: what it is for; null: of another kind, or booked before there were any. */
  visit: z.object({ kindId: z.string(), name: z.string() }).nullable(),
  venue: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(placeStates),
  party: Count,
  guests: z.array(z.string()),
  paid: Count,
  /** Of a visit that the person has moved to another time themselves: to which; null: they have not. */
  wentTo: Instant.nullable(),
  /** Until when an offered seat is held. */
  offerExpiresAt: Instant.nullable(),
  /** What the host scans, and its short form to be read out. */
  code: z.string(),
  shortCode: z.string(),
  /** What the caller may do now, from the table in `place.ts`. */
  actions: z.array(z.enum(placeActions)),
})

/** What a host's phone has read, some of it while it was off line. */
export const scansOf = (code: z.ZodString) =>
  z
    .array(z.strictObject({ code, scannedAt: Instant }))
    .min(1)
    .max(limits.decisionsMax)

/** What became of a scan. */
export const scanOutcomes = [
  'attended',
  'already',
  'unknown',
  'ambiguous',
  'notConfirmed',
  // Scanned before the doors opened, or after the end; at a centre's desk also: for another hour than this.
  'notOpen',
] as const

/** At a desk, where tickets of many hours are shown, a scan also says which one this was. */
export const DeskScanResult = z.object({
  code: z.string(),
  outcome: z.enum(scanOutcomes),
  placeId: z.string().nullable(),
  /** Null where nobody learns who it is. */
  name: z.string().nullable(),
  party: Count,
  startsAt: Instant.nullable(),
  attendedAt: Instant.nullable(),
})
