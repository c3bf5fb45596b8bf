import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Id, Instant, line, Person, text } from '../kernel/schema'
import {
  CentreCard,
  CentreFilm,
  DayHours,
  Feedback,
  Picture,
  Rules,
  SlotView,
  Span,
  VisitKindView,
} from './centreViews'
import { Place } from './views'
import { promisesMax } from './visitKinds'

const bookingErrors = [
  'BOOKING_SLOT_MISSING',
  'BOOKING_SLOT_CLOSED',
  'BOOKING_NOTICE_TOO_SHORT',
  'BOOKING_BEYOND_HORIZON',
  'BOOKING_PAUSED',
  'BOOKING_KIND_MISSING',
] as const

/** Visits to a brand experience centre, for everybody: seats, queue and ticket are those of every session. */
export const centres = {
  /** Every centre, and the visits that are still ahead of me. */
  listCentres: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      centres: z.array(CentreCard),
      /** Still to come or to be answered, the next first. */
      mine: z.array(Place),
      now: Instant,
    }),
    errors: [],
    budget: { requests: 4, because: 'caller; centres, closures and own visits at once' },
  }),
  openCentre: query({
    access: 'employee',
    input: z.strictObject({ centreId: Id }),
    output: z.object({
      centre: CentreCard.extend({
        /** A paragraph or two. */
        intro: z.string(),
        /** What one sees there, in order. */
        story: z.array(z.object({ title: z.string(), text: z.string() })),
        gallery: z.array(Picture),
        film: CentreFilm.nullable(),
        phone: z.string(),
        /** How to get there, a line each. */
        directions: z.array(z.string()),
        /** What to bring or wear, a line each. */
        advice: z.array(z.string()),
        /** The usual week from Monday to Sunday. */
        week: z.array(z.object({ weekday: z.number().int(), spans: z.array(Span) })),
        /** Days in the next sixty that go by other hours: public holidays, special days, closures. */
        unusual: z.array(DayHours),
        rules: Rules,
      }),
      /** What one can come for, each with its next time that has seats left; null: none. */
      kinds: z.array(VisitKindView.extend({ next: SlotView.nullable() })),
      /** The other centres, in their order. */
      others: z.array(z.object({ centreId: z.string(), name: z.string(), headline: z.string() })),
      /** The next few times of the first kind with seats left. */
      next: z.array(SlotView),
      mine: z.array(Place),
      feedback: z.object({
        /** How many gave 1, 2, 3, 4, 5 among the latest hundred. */
        spread: z.array(Count),
        latest: z.array(Feedback),
      }),
      /** Whether the caller runs it: then the page leads to its desk. */
      hosting: z.boolean(),
      now: Instant,
    }),
    errors: ['BOOKING_CENTRE_MISSING'],
    budget: {
      requests: 6,
      because: 'caller and centres; closures, sessions, own visits and feedback at once',
    },
  }),
  /** Every day that one kind of visit can be booked, with its times: for a booking, and for moving one. */
  openSlots: query({
    access: 'employee',
    input: z.strictObject({
      centreId: Id,
      /** Absent: the centre's first. */
      kindId: Id.optional(),
    }),
    output: z.object({
      centre: z.object({ centreId: z.string(), name: z.string(), city: z.string(), coverFileId: z.string() }),
      kind: VisitKindView,
      /** Those of the kind. */
      rules: Rules,
      days: z.array(DayHours.extend({ slots: z.array(SlotView) })),
      /** My visits here that are still to come, and what I have agreed to for each; `rules.upcomingMax` is the most. */
      mine: z.array(Place.extend({ agreed: z.array(z.string()) })),
      /** After absences: from when on one may book again; null: now. */
      pausedUntil: Instant.nullable(),
      now: Instant,
    }),
    errors: ['BOOKING_CENTRE_MISSING', 'BOOKING_KIND_MISSING'],
    budget: {
      requests: 7,
      because:
        'caller and centre; closures, sessions, own visits and absences at once; who waits in full ones',
    },
  }),
  /** Books a slot, or joins its queue when it is full. */
  bookVisit: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      centreId: Id,
      /** Absent: the centre's first. */
      kindId: Id.optional(),
      startsAt: Instant,
      party: z.number().int().min(1).max(20).default(1),
      /** The names of those who come along: one for each seat but the own. */
      guests: z.array(line(1, limits.nameMax)).max(19).default([]),
      /** Anything the centre should know: a wheelchair, a pram. */
      note: text(0, 100).default(''),
      /** What the kind asks for and the person agrees to, word for word. */
      agreed: z.array(line(1, 60)).max(promisesMax).default([]),
    }),
    output: z.object({
      placeId: z.string(),
      state: z.enum(['confirmed', 'waiting']),
    }),
    errors: [
      'BOOKING_CENTRE_MISSING',
      ...bookingErrors,
      'BOOKING_GUESTS_WRONG',
      'BOOKING_PARTY_TOO_LARGE',
      'BOOKING_PROMISE_MISSING',
      'BOOKING_QUOTA_FULL',
      'BOOKING_AT_ONCE',
      'BOOKING_ALREADY_IN',
      'BOOKING_FULL',
      'BOOKING_CLOSED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 24,
      because:
        'caller, receipt, centre, closures, sessions of the day and absences; the session, opened by the first; own place, queue and seat, seen once more when the seats run out; quota twice with the places it names, place twice and result; whoever queues looks once more for a seat that came free',
    },
  }),
  /** Moves a booking to another slot: the new seats are taken first, and in one step the old ones given up. */
  moveVisit: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      placeId: Id,
      startsAt: Instant,
      /** What the kind has come to ask for since it was booked, and the person agrees to now. */
      agreed: z.array(line(1, 60)).max(promisesMax).default([]),
    }),
    output: z.object({ placeId: z.string(), state: z.literal('confirmed') }),
    errors: [
      'BOOKING_PLACE_MISSING',
      'BOOKING_CENTRE_MISSING',
      ...bookingErrors,
      'BOOKING_PROMISE_MISSING',
      'BOOKING_PARTY_TOO_LARGE',
      'BOOKING_TRANSITION_REFUSED',
      'BOOKING_TOO_LATE',
      'BOOKING_ALREADY_IN',
      'BOOKING_AT_ONCE',
      'BOOKING_SLOT_FULL',
    ],
    budget: {
      requests: 36,
      because:
        'caller, receipt, old place, its session, centre, closures, sessions of the day and absences; the new session, opened by the first; new place, other visits and seat; both places and the quota twice, the notice of a seat that was held, result; the old seats go back in two, and are offered on: session and queue up to three times, seat, place twice, notice, permission and who it is to WeChat',
    },
  }),
  /** The ticket of a visit with everything for the way there, and what came after. */
  openVisit: query({
    access: 'employee',
    input: z.strictObject({ placeId: Id }),
    output: z.object({
      place: Place,
      person: Person,
      note: z.string(),
      /** What the person has agreed to for this kind of visit. */
      agreed: z.array(z.string()),
      /** What the person still has to agree to before they take the time that the centre has moved them to. */
      asks: z.array(z.string()),
      /** Where it stands in the queue, the first is 1; null when it does not wait. */
      rank: Count.nullable(),
      cancelUntil: Instant,
      /** The kind by whose times it is moved or booked again; null: the centre has it no more. */
      kindId: z.string().nullable(),
      /** Whether it may still be moved to another slot. */
      movable: z.boolean(),
      /** It was moved here by the centre: from when, and why. */
      movedFrom: z.object({ startsAt: Instant, because: z.string() }).nullable(),
      /** The centre closed: why, and to where this booking went, if anywhere. */
      calledOff: z.object({ because: z.string(), movedTo: z.string().nullable() }).nullable(),
      centre: z.object({
        centreId: z.string(),
        name: z.string(),
        city: z.string(),
        coverFileId: z.string(),
        address: z.string(),
        latitude: z.number(),
        longitude: z.number(),
        phone: z.string(),
        directions: z.array(z.string()),
        advice: z.array(z.string()),
      }),
      /** What the person said of it; null: nothing yet. */
      feedback: z.object({ score: z.number().int(), words: z.string(), at: Instant }).nullable(),
      /** Whether the person may say something of it now. */
      asksFeedback: z.boolean(),
      /** Whole coins that coming earns before any multiplier, and what it has earned; null: not known, or not yet. */
      earns: Count,
      earned: Count.nullable(),
      now: Instant,
    }),
    errors: ['BOOKING_PLACE_MISSING', 'BOOKING_SESSION_MISSING', 'BOOKING_CENTRE_MISSING'],
    budget: {
      requests: 6,
      because: 'caller, place; session, centre, feedback and those before it in the queue',
    },
  }),
  /** Once, by somebody who was there. */
  giveFeedback: command({
    access: 'employee',
    input: z.strictObject({
      placeId: Id,
      score: z.number().int().min(1).max(5),
      words: text(0, limits.reasonMax).default(''),
    }),
    output: z.object({ given: z.literal(true) }),
    errors: [
      'BOOKING_PLACE_MISSING',
      'BOOKING_NOT_ATTENDED',
      'BOOKING_FEEDBACK_GIVEN',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: { requests: 8, because: 'caller, place; feedback twice, centre and result in one transaction' },
  }),
}
