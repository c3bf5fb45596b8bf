import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Id, Instant, line, Person, Reason } from '../kernel/schema'
import { DayHours, Feedback, On } from './centreViews'
import { placeStates } from './place'
import { DeskScanResult, scansOf } from './views'

/** Somebody on the desk's list of a day. `matchesVisitor` in `deskSearch.ts` finds them by name, pinyin, number or short code. */
export const Visitor = z.object({
  placeId: z.string(),
  sessionId: z.string(),
  startsAt: Instant,
  person: Person,
  party: Count,
  guests: z.array(z.string()),
  note: z.string(),
  shortCode: z.string(),
  /** The name's pinyin, a syllable each: `cheng li xin`. */
  spelling: z.string(),
  state: z.enum(placeStates),
  attendedAt: Instant.nullable(),
})

export const DeskSession = z.object({
  sessionId: z.string(),
  /** What they come for; empty: booked before there were kinds. */
  visitName: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(['proposed', 'open', 'calledOff', 'closed']),
  /** Seats are cars, and so is who is there. */
  byCar: z.boolean(),
  capacity: Count,
  /** Of those who come, as the day's `expected` has them. */
  taken: Count,
  /** Of those who still have to say that they come. */
  held: Count,
  /** People, not bookings: who is there, and who waits. */
  attended: Count,
  waiting: Count,
  /** Whether people may be let in now. */
  doorOpen: z.boolean(),
})

export const Closure = z.object({
  closureId: z.string(),
  fromAt: Instant,
  untilAt: Instant,
  reason: z.string(),
  /** `over`: its time has passed. */
  state: z.enum(['planned', 'cancelled', 'over']),
  by: z.string(),
  at: Instant,
  /** Bookings that were given another time, and those for which there was none; grows while people are being told. */
  moved: Count,
  calledOff: Count,
  /** Not everybody has been told yet. */
  spreading: z.boolean(),
})

/** A figure with what it counts, word for word as the page prints it. */
export const Figure = z.object({
  key: z.string(),
  title: z.string(),
  /** A count, or a share between 0 and 1 where `unit` is `share`, or a score; null where there is nothing to count. */
  value: z.number().nullable(),
  unit: z.enum(['count', 'share', 'score']),
  definition: z.string(),
})

/** How full the slots of one kind were: seats taken of seats there were. */
const Fill = z.object({ sessions: Count, seats: Count, taken: Count, guests: Count, attended: Count })

export type VisitorView = z.infer<typeof Visitor>
export type ClosureView = z.infer<typeof Closure>
export type FigureView = z.infer<typeof Figure>

const Times = { fromAt: Instant, untilAt: Instant }

/** The desk of a centre: for those who run it, each their own centre only. */
export const desks = {
  /** One day at one centre: its times, who comes, who is there; without a centre: the caller's first. */
  openDesk: query({
    access: 'booking.centres.run',
    input: z.strictObject({ centreId: Id.optional(), on: On.optional() }),
    output: z.object({
      /** The centres that the caller runs. */
      centres: z.array(z.object({ centreId: z.string(), name: z.string(), city: z.string() })),
      centreId: z.string(),
      on: On,
      hours: DayHours,
      /** What one can come for, the first first. */
      kinds: z.array(z.object({ kindId: z.string(), name: z.string() })),
      sessions: z.array(DeskSession),
      /** By time, then name; those who left are not among them. At most a thousand. */
      visitors: z.array(Visitor),
      /** Of the day, in people. */
      expected: Count,
      attended: Count,
      /** Planned closures that are not over, the next first. */
      closures: z.array(Closure),
      now: Instant,
    }),
    errors: ['BOOKING_CENTRE_MISSING'],
    budget: { requests: 5, because: 'caller, centres; closures and sessions of the day, then their places' },
  }),
  /** Somebody has come without a booking: they are in, where the running hour has seats left. */
  admitWalkIn: command({
    access: 'booking.centres.run',
    idempotency: 'reception',
    input: z.strictObject({
      centreId: Id,
      /** Absent: the centre's first. */
      kindId: Id.optional(),
      party: z.number().int().min(1).max(20).default(1),
      name: line(0, limits.nameMax).default(''),
    }),
    output: z.object({
      placeId: z.string(),
      startsAt: Instant,
      /** For how many more there are seats, or how many cars, about: others may be booking this moment. */
      left: Count,
      byCar: z.boolean(),
    }),
    errors: [
      'BOOKING_CENTRE_MISSING',
      'BOOKING_KIND_MISSING',
      'BOOKING_SLOT_MISSING',
      'BOOKING_SLOT_CLOSED',
      'BOOKING_FULL',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 13,
      because:
        'caller, reception, centre, closures; the session, opened by the first; the queue and the seat, seen once more when they run out; place and result',
    },
  }),
  /** Scans at the desk, whatever time of the day the ticket is for; or a tap on the list. Some were made off line. */
  checkInVisitors: command({
    access: 'booking.centres.run',
    idempotency: 'natural',
    input: z.strictObject({
      centreId: Id,
      /** The code of a ticket, its four digits, or the id of a place on the list. */
      scans: scansOf(Id),
    }),
    output: z.object({
      results: z.array(DeskScanResult),
    }),
    errors: ['BOOKING_CENTRE_MISSING'],
    budget: {
      requests: 4 + 7 * limits.decisionsMax,
      because:
        'caller, centre and sessions; for each scan its place, then place twice, account twice, entry and a notice',
    },
  }),
  /** What a closure would do, before it is planned. */
  previewClosure: query({
    access: 'booking.centres.run',
    input: z.strictObject({ centreId: Id, ...Times }),
    output: z.object({
      /** Slots by the hours in that time, and those of them that somebody has booked. */
      slots: Count,
      sessions: Count,
      bookings: Count,
      guests: Count,
      waiting: Count,
    }),
    errors: ['BOOKING_CENTRE_MISSING', 'BOOKING_TIMES_WRONG'],
    budget: { requests: 5, because: 'caller, centre; closures, sessions, and their places' },
  }),
  /** Closes a time: nobody books it from now on; those who have are told, and given another time where there is one. */
  planClosure: command({
    access: 'booking.centres.run',
    input: z.strictObject({ centreId: Id, ...Times, reason: Reason }),
    output: z.object({ closureId: z.string() }),
    errors: [
      'BOOKING_CENTRE_MISSING',
      'BOOKING_TIMES_WRONG',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: { requests: 30, because: 'caller, centre; closure and result; sessions in that time, one each' },
  }),
  /** Opens the time again for those who book from now on; who was moved keeps the new time. */
  cancelClosure: command({
    access: 'booking.centres.run',
    input: z.strictObject({ closureId: Id }),
    output: z.object({ state: z.literal('cancelled') }),
    errors: ['BOOKING_CLOSURE_MISSING', 'BOOKING_CLOSURE_OVER'],
    budget: { requests: 7, because: 'caller, closure; closure twice and result' },
  }),
  listClosures: query({
    access: 'booking.centres.run',
    input: z.strictObject({ centreId: Id }),
    output: z.object({ closures: z.array(Closure), now: Instant }),
    errors: ['BOOKING_CENTRE_MISSING'],
  }),
  /** Figures of the days that are over, at most a year. */
  openStatistics: query({
    access: 'booking.centres.run',
    input: z.strictObject({ centreId: Id, fromOn: On, untilOn: On }),
    output: z.object({
      centre: z.object({ centreId: z.string(), name: z.string() }),
      fromOn: On,
      untilOn: On,
      figures: z.array(Figure),
      /** By weekday, Monday first: seven rows. */
      byWeekday: z.array(Fill.extend({ weekday: z.number().int() })),
      /** By the time of day at which slots begin, in minutes since midnight, the earliest first. */
      byTime: z.array(Fill.extend({ minute: Count })),
      /** By day, the earliest first: for a line. */
      byDay: z.array(Fill.extend({ on: On })),
      /** What the bars show: word for word. */
      fillDefinition: z.string(),
      feedback: z.object({
        /** How many gave 1, 2, 3, 4, 5. */
        spread: z.array(Count),
        latest: z.array(Feedback),
      }),
      /** False: there were more sessions or words than one reading takes. */
      complete: z.boolean(),
      now: Instant,
    }),
    errors: ['BOOKING_CENTRE_MISSING', 'BOOKING_DAYS_WRONG'],
    budget: {
      requests: 6,
      because: 'caller, centre; closures, sessions, feedback and former hours of the days',
    },
  }),
}
