import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Id, Instant, text } from '../kernel/schema'
import { DayHours, On } from './centreViews'
import { courseLevels, venueSorts } from './facility'
import {
  AbsenceView,
  CellView,
  FacilityName,
  FacilityRulesView,
  LessonView,
  StandingView,
  VenueCard,
  VenueDay,
} from './facilityViews'
import { Place } from './views'

/** Classes and venues, for everybody: seats, queue and ticket are those of every session. */
/** Of the caller: what else they are going to, and in which weeks, by their Mondays, they may book no more. */
const OwnPlans = {
  plans: z.array(
    z.object({
      title: z.string(),
      startsAt: Instant,
      endsAt: Instant,
      /** In this very gym or venue. */
      isHere: z.boolean(),
    }),
  ),
  /** How many at the same time one person may have here. */
  atOnceMax: Count,
  fullWeeks: z.array(On),
}

export const facilities = {
  /** A week of a gym's lessons; without one: that of the caller's own site, and this week. */
  openCourses: query({
    access: 'employee',
    input: z.strictObject({ facilityId: Id.optional(), weekOn: On.optional() }),
    output: z.object({
      gyms: z.array(FacilityName),
      facilityId: z.string(),
      /** The Monday. */
      weekOn: On,
      /** Seven days, each with the holiday that it is. */
      days: z.array(z.object({ on: On, note: z.string().nullable() })),
      lessons: z.array(LessonView),
      /** My next lesson here. */
      next: Place.nullable(),
      /** What became of my lessons of this month. */
      month: z.object({ attended: Count, absent: Count }),
      /** Whole coins that are held of me. */
      held: Count,
      standing: StandingView,
      now: Instant,
    }),
    errors: ['BOOKING_FACILITY_MISSING'],
    budget: {
      requests: 8,
      because: 'caller, gyms, courses; closures, sessions, own lessons and absences at once; who waits',
    },
  }),
  /** A course with its next lessons, and what booking one means. */
  openCourse: query({
    access: 'employee',
    input: z.strictObject({ courseId: Id }),
    output: z.object({
      facility: FacilityName,
      course: z.object({
        courseId: z.string(),
        name: z.string(),
        level: z.enum(courseLevels),
        intro: z.string(),
        coach: z.string(),
        room: z.string(),
        coverFileId: z.string(),
        minutes: Count,
        seats: Count,
      }),
      rules: FacilityRulesView,
      lessons: z.array(LessonView),
      ...OwnPlans,
      standing: StandingView,
      /** Whole coins that the caller has. */
      balance: Count,
      now: Instant,
    }),
    errors: ['BOOKING_FACILITY_MISSING'],
    budget: {
      requests: 9,
      because: 'caller, course and gym; closures, sessions, own lessons, absences and account; who waits',
    },
  }),
  /** The company's own places, for an event to be at: centres, gyms and venues, those of the caller's site first. */
  listLocations: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      locations: z.array(
        z.object({
          locationId: z.string(),
          name: z.string(),
          site: z.string(),
          address: z.string(),
          /** On the map; null: nobody has said where. */
          point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
        }),
      ),
    }),
    errors: [],
  }),
  /** Every venue with what is left of today. */
  openVenues: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({ venues: z.array(VenueCard), site: z.string(), mine: z.array(Place), now: Instant }),
    errors: [],
    budget: { requests: 5, because: 'caller, venues; closures, sessions of today and own bookings at once' },
  }),
  /** One day of a venue: its courts or rooms by the hour. */
  openVenueDay: query({
    access: 'employee',
    input: z.strictObject({ facilityId: Id, on: On.optional() }),
    output: z.object({
      venue: z.object({
        ...FacilityName.shape,
        sort: z.enum(venueSorts),
        place: z.string(),
        coverFileId: z.string(),
        advice: z.string(),
        slotMinutes: Count,
        units: z.array(z.object({ unitId: z.string(), name: z.string() })),
        /** Nobody learns who has it, whoever runs it included. */
        isPrivate: z.boolean(),
      }),
      rules: FacilityRulesView,
      days: z.array(VenueDay),
      on: On,
      hours: DayHours,
      cells: z.array(CellView),
      mine: z.array(Place),
      ...OwnPlans,
      standing: StandingView,
      balance: Count,
      now: Instant,
    }),
    errors: ['BOOKING_FACILITY_MISSING'],
    budget: {
      requests: 12,
      because:
        'caller, venue; closures, sessions, own bookings, absences and account at once; more than a thousand sessions in halves; who waits that day',
    },
  }),
  /** Books a lesson or a court, or joins its queue. The deposit is held with the seat, not with the queue. */
  bookFacility: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      /** A course, or one court or room of a venue. */
      subjectId: Id,
      /** When it begins by the timetable. */
      slotAt: Instant,
      /** What the page says is held: nobody holds another deposit unseen. */
      depositSeen: Count,
      /** Whether the person queues where no seat is left; nobody is put into a queue unasked. */
      queues: z.boolean(),
    }),
    output: z.object({
      placeId: z.string(),
      state: z.enum(['confirmed', 'waiting']),
      /** Whole coins left; null where nothing was held. */
      balance: Count.nullable(),
    }),
    errors: [
      'BOOKING_FACILITY_MISSING',
      'BOOKING_SLOT_MISSING',
      'BOOKING_SLOT_CLOSED',
      'BOOKING_NOTICE_TOO_SHORT',
      'BOOKING_BEYOND_HORIZON',
      'BOOKING_PAUSED',
      'BOOKING_DEPOSIT_CHANGED',
      'BOOKING_WEEK_FULL',
      'BOOKING_AT_ONCE',
      'BOOKING_ALREADY_IN',
      'BOOKING_JUST_TAKEN',
      'BOOKING_FULL',
      'COIN_NOT_ENOUGH',
    ],
    budget: {
      requests: 31,
      because:
        'caller, receipt, course, facility, closures and absences; the session, opened by the first or brought up to the rules of now; own place and seat; quota of the week and of the day twice each with the places they name, place twice, account twice, entry and result; whoever queues looks once more for a seat that came free',
    },
  }),
  /** Everything of mine in one month: events, visits, lessons, courts. */
  openCalendar: query({
    access: 'employee',
    input: z.strictObject({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) }),
    output: z.object({ month: z.string(), places: z.array(Place), now: Instant }),
    errors: [],
  }),
  /** What I did not come to in the last year: what counts, until when I am paused, what was answered. */
  openAbsences: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      facilities: z.array(
        z.object({ ...FacilityName.shape, standing: StandingView, absences: z.array(AbsenceView) }),
      ),
      now: Instant,
    }),
    errors: [],
  }),
  /** Tells whoever runs it why one did not come: once for an absence. */
  appealAbsence: command({
    access: 'employee',
    input: z.strictObject({ placeId: Id, words: text(2, limits.reasonMax) }),
    output: z.object({ appealed: z.literal(true) }),
    errors: [
      'BOOKING_PLACE_MISSING',
      'BOOKING_TRANSITION_REFUSED',
      'BOOKING_APPEALED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
  }),
}
