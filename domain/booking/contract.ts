import * as z from 'zod'
import { Earned } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, Id, Instant, line, NextCursor, Person, Reason } from '../kernel/schema'
import { centres } from './centreContract'
import { centreForms } from './centreFormContract'
import { tellings } from './checkIn'
import { desks } from './deskContract'
import { facilities } from './facilityContract'
import { facilityDesks } from './facilityDeskContract'
import { facilityPlaces } from './facilityPlaceContract'
import { centreFilms } from './filmContract'
import { placeStates } from './place'
import { Place, scanOutcomes, scansOf } from './views'
import { promisesMax } from './visitKinds'

/** Somebody on the list of those who come. */
export const Attendee = z.object({
  placeId: z.string(),
  person: Person,
  party: Count,
  guests: z.array(z.string()),
  answers: z.array(z.object({ title: z.string(), answer: z.string() })),
  state: z.enum(placeStates),
  joinedAt: Instant,
  attendedAt: Instant.nullable(),
  /** The four digits of their ticket: a phone without a network finds them by it. */
  shortCode: z.string(),
  /** What they have told the president of this seat; null: nothing. */
  told: z.enum(tellings).nullable(),
  /** The caller's own, or that of whoever they stand in for: another host writes down that they came, since it earns coins. */
  own: z.boolean(),
  /** How often they had a seat of this kind and did not come, in the last half year. */
  absences: Count,
})

/** Who is to come to a session, in short: a phone keeps it for when the network goes. */
const Roll = z.object({
  /** Everybody who has a seat or was let in. */
  seats: z.array(z.object({ placeId: z.string(), name: z.string(), shortCode: z.string() })),
  /** Those who say that they were there, and whom nobody let in, as long as it can be written down. */
  claims: z.array(
    z.object({
      placeId: z.string(),
      person: Person,
      state: z.enum(placeStates),
      /** As of an attendee: another host answers it. */
      own: z.boolean(),
      /** When they scanned the poster, by their own phone; null: they did not. */
      scannedAt: Instant.nullable(),
      /** With which they are found: see `Visitor` in `deskContract.ts`. */
      ...{ party: Count, guests: z.array(z.string()), shortCode: z.string(), spelling: z.string() },
    }),
  ),
  /** How many people stand where. */
  counts: z.partialRecord(z.enum(placeStates), Count),
  /** False: there are more than one reading takes. */
  complete: z.boolean(),
})

const Code = z.string().regex(/^(\d{4}|[0-9A-Z]{16})$/)

export const booking = {
  openPlace: query({
    access: 'employee',
    input: z.strictObject({ placeId: Id }),
    output: z.object({
      place: Place,
      person: Person,
      coverFileId: z.string(),
      /** Whole coins for one place, whatever its party. */
      fee: Count,
      capacity: Count,
      /** Where it stands in the queue, the first is 1; null when it does not wait. */
      rank: Count.nullable(),
      cancelUntil: Instant,
      /** Whole coins that coming earns before any multiplier; 0: nothing. */
      earns: Count,
      /** What coming has earned; null: not known, or nobody has come. */
      earned: Count.nullable(),
      /** What the president has been told of this seat; null: nothing. See `whatToTell`. */
      told: z.enum(tellings).nullable(),
      /** Why whoever runs it did not take their word for having come; null: they did, or have not answered. */
      dismissed: z.string().nullable(),
      now: Instant,
    }),
    errors: ['BOOKING_PLACE_MISSING', 'BOOKING_SESSION_MISSING'],
    budget: {
      requests: 5,
      because: 'caller, place, session, and those before it in the queue; the rules of coins, once a minute',
    },
  }),
  listPlaces: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ places: z.array(Place), next: NextCursor, now: Instant }),
    errors: [],
  }),
  acceptOffer: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      placeId: Id,
      /** What a visit that the centre has moved asks for, see `asks` of `openVisit`. */
      agreed: z.array(line(1, 60)).max(promisesMax).default([]),
    }),
    output: z.object({ state: z.enum(placeStates), balance: Count.nullable() }),
    errors: [
      'BOOKING_PLACE_MISSING',
      'BOOKING_SESSION_MISSING',
      'BOOKING_OFFER_EXPIRED',
      'BOOKING_PROMISE_MISSING',
      'COIN_NOT_ENOUGH',
    ],
    budget: {
      requests: 12,
      because:
        'caller, reception, place, session, the centre of a visit that was moved; place twice, its notice, account twice, entry and result',
    },
  }),
  /** Gives a seat, an offer or a place in the queue up. */
  leave: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({ placeId: Id }),
    output: z.object({ state: z.enum(placeStates), refunded: Count }),
    errors: [
      'BOOKING_PLACE_MISSING',
      'BOOKING_SESSION_MISSING',
      'BOOKING_TOO_LATE',
      'BOOKING_TRANSITION_REFUSED',
    ],
    budget: {
      requests: 23,
      because:
        'caller, reception, place, session; place twice, its notice, account twice, entry and result; the seat goes back in two; then it is offered on: session and queue up to three times, seat, place twice, notice, permission',
    },
  }),
  /** Scans of a host's phone or taps on its list, some of them made while it was off line. */
  checkIn: command({
    access: 'booking.host',
    idempotency: 'natural',
    input: z.strictObject({
      sessionId: Id,
      /** The code of a ticket, its four digits, or the id of a place on the list. */
      scans: scansOf(Id),
    }),
    output: z.object({
      results: z.array(
        z.object({
          code: z.string(),
          outcome: z.enum(scanOutcomes),
          name: z.string().nullable(),
          party: Count,
          attendedAt: Instant.nullable(),
        }),
      ),
    }),
    errors: ['BOOKING_SESSION_MISSING', 'BOOKING_NOT_OPEN_YET'],
    budget: {
      requests: 2 + 7 * limits.decisionsMax,
      because:
        'caller and session; for each scan its place, then place twice, account twice, entry and a notice',
    },
  }),
  /** Somebody was at an event whom nobody scanned: written down by whoever runs it, until a week after. */
  recordAttendance: command({
    access: 'booking.host',
    input: z.strictObject({ placeId: Id }),
    output: z.object({ state: z.literal('attended') }),
    errors: [
      'BOOKING_SESSION_MISSING',
      'BOOKING_OWN_ABSENCE',
      'BOOKING_CORRECTION_OVER',
      'BOOKING_TRANSITION_REFUSED',
    ],
    budget: {
      requests: 11,
      because: 'caller, receipt, place, session; place twice, account twice, entry, a notice and result',
    },
  }),
  /** Those who say that they were at an event: they were, and it earns; or they were not, and hear why. */
  decideClaims: command({
    access: 'booking.host',
    input: z.strictObject({
      sessionId: Id,
      placeIds: z.array(Id).min(1).max(limits.decisionsMax),
      decision: z.union([
        z.strictObject({ verdict: z.literal('confirm') }),
        z.strictObject({ verdict: z.literal('dismiss'), reason: Reason }),
      ]),
    }),
    output: z.object({
      decided: z.array(z.string()),
      /** Those who say so no more, or whom somebody has answered meanwhile; nothing happened to them. */
      stale: z.array(z.string()),
    }),
    errors: [
      'BOOKING_SESSION_MISSING',
      'BOOKING_OWN_ABSENCE',
      'BOOKING_CORRECTION_OVER',
      'BOOKING_TRANSITION_REFUSED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 5 + 6 * limits.decisionsMax,
      because:
        'caller, receipt, session, places and result; for each claim its place twice, account twice, entry and a notice',
    },
  }),
  /** Somebody scans the poster at the door. Of an event that is over by now, its host is asked: see `ownScanIs`. */
  checkInAtDoor: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      sessionId: Id,
      doorCode: Code,
      /** When it was scanned, where the phone had no network then; absent: now. */
      scannedAt: Instant.optional(),
    }),
    output: z.object({
      state: z.enum(placeStates),
      earned: Earned.nullable(),
      /** It waits for the host, who has been told. */
      claimed: z.boolean(),
    }),
    errors: [
      'BOOKING_SESSION_MISSING',
      'BOOKING_PLACE_MISSING',
      'BOOKING_CODE_UNKNOWN',
      'BOOKING_NOT_OPEN_YET',
      'BOOKING_ALREADY_ATTENDED',
      'BOOKING_TRANSITION_REFUSED',
    ],
    budget: {
      requests: 10,
      because:
        'caller, reception, session, place; place twice, account twice and entry; or the association, who hears of it, place twice and their notices',
    },
  }),
  /** Who comes, who waits: for whoever runs it. */
  listAttendees: query({
    access: 'booking.host',
    input: z.strictObject({
      sessionId: Id,
      /** Absent: those whom the host looks for, see `firstLooked`. */
      state: z.enum(placeStates).optional(),
      /** Finds among all of them, wherever they stand: see `matchesVisitor`. */
      typed: line(1, limits.nameMax).optional(),
      after: Cursor.optional(),
    }),
    output: z.object({
      attendees: z.array(Attendee),
      state: z.enum(placeStates),
      /** With the first page alone. */
      roll: Roll.nullable(),
      session: z.object({
        title: z.string(),
        startsAt: Instant,
        endsAt: Instant,
        capacity: Count,
        taken: Count,
      }),
      next: NextCursor,
      doorCode: z.string(),
      now: Instant,
    }),
    errors: ['BOOKING_SESSION_MISSING'],
    budget: {
      requests: 5,
      because: 'caller, session; a page of its places, all of them in short, and who did not come of late',
    },
  }),
  /** Everybody with a place, as a table. A command, so that it stands in the audit who took the list away. */
  exportAttendees: command({
    access: 'booking.host',
    input: z.strictObject({ sessionId: Id }),
    output: z.object({
      /** With a header line; no phone numbers. */
      csv: z.string(),
      attendees: Count,
      /** False: there are more than one file takes. */
      complete: z.boolean(),
    }),
    errors: ['BOOKING_SESSION_MISSING'],
  }),
  ...centres,
  ...desks,
  ...centreForms,
  ...facilities,
  ...facilityDesks,
  ...centreFilms,
  ...facilityPlaces,
}
