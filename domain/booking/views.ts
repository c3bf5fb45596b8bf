import { z } from 'zod'
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
  venue: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(placeStates),
  party: Count,
  guests: z.array(z.string()),
  paid: Count,
  /** Until when an offered seat is held. */
  offerExpiresAt: Instant.nullable(),
  /** What the host scans, and its short form to be read out. */
  code: z.string(),
  shortCode: z.string(),
  /** What the caller may do now, from the table in `place.ts`. */
  actions: z.array(z.enum(placeActions)),
})

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
