import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Id, Instant, line, Person, Reason, text } from '../kernel/schema'
import { On, Span } from './centreViews'
import { Closure, DeskSession, Figure } from './deskContract'
import { courseLevels, coursesMax, unitsMax } from './facility'
import { rosterBudget } from './facilityPlaceContract'
import {
  AbsenceRuleView,
  AbsenceView,
  FacilityName,
  FacilityRulesView,
  LessonView,
  Participant,
  StandingView,
} from './facilityViews'
import { holidayRules } from './slots'
import { DeskScanResult, scansOf } from './views'

const Minutes = (max: number) => z.number().int().min(0).max(max)
const WEEK_MINUTES = 7 * 24 * 60

const RulesInput = z.strictObject({
  noticeMinutes: Minutes(WEEK_MINUTES),
  horizonDays: z.number().int().min(1).max(30),
  weekMax: z.number().int().min(1).max(20),
  cancelMinutes: Minutes(WEEK_MINUTES),
  deposit: z.number().int().min(0).max(200),
})

const AbsenceInput = z.strictObject({
  absencesMax: z.number().int().min(0).max(9),
  absencesWithinDays: z.number().int().min(1).max(365),
  pauseDays: z.number().int().min(1).max(90),
})

const Weekday = z.number().int().min(1).max(7)
const Week = z.array(z.strictObject({ weekday: Weekday, ...Span.shape })).max(42)

const courseFields = {
  name: line(1, limits.nameMax),
  level: z.enum(courseLevels),
  coach: line(1, limits.nameMax),
  room: line(1, limits.nameMax),
  intro: text(2, limits.bodyMax),
  seats: z.number().int().min(1).max(200),
  minutes: z.number().int().min(10).max(240),
  lessons: z.array(z.strictObject({ weekday: Weekday, fromMinute: Minutes(1_439) })).max(42),
  onHolidays: z.enum(holidayRules),
  followsExchange: z.boolean(),
  rules: RulesInput,
}

const shownCourse = z.object({
  ...courseFields,
  courseId: z.string(),
  name: z.string(),
  coach: z.string(),
  room: z.string(),
  intro: z.string(),
  rules: FacilityRulesView,
})

const words = ['CONTENT_REJECTED', 'CONTENT_CHECK_UNAVAILABLE'] as const

/** For those who run a gym or a venue, each their own only. */
export const facilityDesks = {
  /** One day: its lessons or hours, who comes, who is there; without a facility: the caller's first. */
  openFacilityDesk: query({
    access: 'booking.facilities.run',
    input: z.strictObject({ facilityId: Id.optional(), on: On.optional() }),
    output: z.object({
      facilities: z.array(FacilityName),
      facilityId: z.string(),
      /** Nobody learns who has it. */
      isPrivate: z.boolean(),
      on: On,
      /** A gym's lessons of the day, those that nobody has booked included. */
      lessons: z.array(LessonView),
      sessions: z.array(
        DeskSession.extend({ title: z.string(), subjectId: z.string(), slotAt: Instant.nullable() }),
      ),
      participants: z.array(Participant),
      expected: Count,
      attended: Count,
      /** Closures that are not over, the next first; `of` names the course, court or room. */
      closures: z.array(Closure.extend({ of: z.string() })),
      /** Who asks for an absence to be forgiven. */
      appeals: Count,
      /** What a poster at the door shows. */
      doorCode: z.string(),
      /** The courts or rooms of a venue that can be closed one by one. */
      units: z.array(z.object({ unitId: z.string(), name: z.string() })),
      /** Whether the caller may add facilities: they run all of them. */
      mayAdd: z.boolean(),
      now: Instant,
    }),
    errors: ['BOOKING_FACILITY_MISSING', 'BOOKING_NO_FACILITY'],
    budget: {
      requests: 7,
      because: 'caller, facilities, courses; closures, sessions and appeals at once; their places',
    },
  }),
  /** Scans of a phone, some of them made off line; or a tap on the list. */
  checkInAtFacility: command({
    access: 'booking.facilities.run',
    idempotency: 'natural',
    input: z.strictObject({
      facilityId: Id,
      scans: scansOf(Id),
    }),
    output: z.object({
      results: z.array(DeskScanResult),
    }),
    errors: ['BOOKING_FACILITY_MISSING'],
    budget: {
      requests: 5 + 6 * limits.decisionsMax,
      because:
        'caller, facility, courses and sessions; for each scan its place, then place twice, account twice and entry',
    },
  }),
  /** Moves one lesson, or gives it another room or coach; those who have booked it are told within two minutes. */
  changeLesson: command({
    access: 'booking.facilities.run',
    input: z.strictObject({
      courseId: Id,
      lessonAt: Instant,
      startsAt: Instant,
      room: line(1, limits.nameMax),
      coach: line(1, limits.nameMax),
      why: line(2, limits.titleMax),
    }),
    output: z.object({ saved: z.literal(true) }),
    errors: [
      'BOOKING_FACILITY_MISSING',
      'BOOKING_SLOT_MISSING',
      'BOOKING_SLOT_CLOSED',
      'BOOKING_TIMES_WRONG',
      ...words,
    ],
    budget: { requests: 7, because: 'caller, facility, course and closures; course twice, result and audit' },
  }),
  /** Closes all of it or some courses, courts or rooms for a time: one lesson, one day, a month. */
  closeFacility: command({
    access: 'booking.facilities.run',
    input: z.strictObject({
      facilityId: Id,
      /** None: all. */
      subjectIds: z.array(Id).max(coursesMax).default([]),
      fromAt: Instant,
      untilAt: Instant,
      reason: Reason,
    }),
    output: z.object({ closureIds: z.array(z.string()) }),
    errors: ['BOOKING_FACILITY_MISSING', 'BOOKING_TIMES_WRONG', ...words],
    budget: {
      requests: 28,
      because: 'caller, facility, courses; a closure for each of them, result and audit',
    },
  }),
  /** Opens the time again for those who book from now on. */
  reopenFacility: command({
    access: 'booking.facilities.run',
    input: z.strictObject({ closureId: Id }),
    output: z.object({ state: z.literal('cancelled') }),
    errors: ['BOOKING_CLOSURE_MISSING', 'BOOKING_CLOSURE_OVER'],
    budget: { requests: 7, because: 'caller, closure, facility, courses; closure twice, result and audit' },
  }),
  /** Rules, hours and courses, as the forms show them. */
  openFacilityForm: query({
    access: 'booking.facilities.run',
    input: z.strictObject({ facilityId: Id }),
    output: z.object({
      facility: FacilityName,
      place: z.string(),
      coverFileId: z.string(),
      absences: AbsenceRuleView,
      /** Of a venue. */
      venue: z
        .object({
          week: z.array(z.object({ weekday: z.number().int(), ...Span.shape })),
          onHolidays: z.enum(holidayRules),
          followsExchange: z.boolean(),
          slotMinutes: Count,
          units: z.array(z.object({ unitId: z.string(), name: z.string() })),
          rules: FacilityRulesView,
          atOnceMax: Count,
          advice: z.string(),
        })
        .nullable(),
      /** Of a gym. */
      courses: z.array(shownCourse),
      /** The cities of the roster, the largest first. */
      sites: z.array(z.string()),
      now: Instant,
    }),
    errors: ['BOOKING_FACILITY_MISSING'],
    budget: rosterBudget,
  }),
  /** Counts for what is booked from now on; what is booked stands. */
  editFacility: command({
    access: 'booking.facilities.run',
    input: z.strictObject({
      facilityId: Id,
      absences: AbsenceInput,
      /** Of a venue, and of nothing else. */
      venue: z
        .strictObject({
          week: Week,
          onHolidays: z.enum(holidayRules),
          followsExchange: z.boolean(),
          rules: RulesInput,
          /** How many of its courts or rooms one person may have at the same time. */
          atOnceMax: z.number().int().min(1).max(unitsMax),
        })
        .optional(),
    }),
    output: z.object({ saved: z.literal(true) }),
    errors: ['BOOKING_FACILITY_MISSING', 'BOOKING_HOURS_WRONG'],
  }),
  /** A new course, or another timetable, coach or rules for one. What is booked stands until it is called off. */
  saveCourse: command({
    access: 'booking.facilities.run',
    input: z.strictObject({ facilityId: Id, courseId: Id.optional(), ...courseFields }),
    output: z.object({
      courseId: z.string(),
      /** People who have booked lessons that the new timetable does not have. */
      outside: Count,
    }),
    errors: ['BOOKING_FACILITY_MISSING', 'BOOKING_TIMETABLE_WRONG', 'BOOKING_COURSES_FULL', ...words],
    budget: {
      requests: 8,
      because: 'caller, facility, courses, sessions ahead; course twice, result and audit',
    },
  }),
  /** Who did not come in the last year: those who ask first. Nothing of a private room. */
  listAbsences: query({
    access: 'booking.facilities.run',
    input: z.strictObject({ facilityId: Id }),
    output: z.object({
      facility: FacilityName,
      people: z.array(z.object({ person: Person, standing: StandingView, absences: z.array(AbsenceView) })),
      now: Instant,
    }),
    errors: ['BOOKING_FACILITY_MISSING'],
    budget: { requests: 4, because: 'caller, facility, courses; the places of those who did not come' },
  }),
  /** Forgives an absence, with the deposit that was kept, or leaves it; asked or not. */
  decideAbsence: command({
    access: 'booking.facilities.run',
    input: z.strictObject({ placeId: Id, verdict: z.enum(['excuse', 'keep']), reason: Reason }),
    output: z.object({ state: z.enum(['absent', 'excused']), returned: Count }),
    errors: ['BOOKING_ABSENCE_MISSING', 'BOOKING_OWN_ABSENCE', 'BOOKING_TRANSITION_REFUSED', ...words],
    budget: {
      requests: 11,
      because: 'caller, place, facility; place twice, account twice, entry, notice, result and audit',
    },
  }),
  /** Figures of the days that are over, at most a year. */
  openFacilityFigures: query({
    access: 'booking.facilities.run',
    input: z.strictObject({ facilityId: Id, fromOn: On, untilOn: On }),
    output: z.object({
      facility: FacilityName,
      fromOn: On,
      untilOn: On,
      figures: z.array(Figure),
      /** By course, court or room: seats there were and those who came. */
      bySubject: z.array(
        z.object({ subjectId: z.string(), name: z.string(), seats: Count, booked: Count, attended: Count }),
      ),
      byWeekday: z.array(z.object({ weekday: z.number().int(), seats: Count, booked: Count })),
      complete: z.boolean(),
      now: Instant,
    }),
    errors: ['BOOKING_FACILITY_MISSING', 'BOOKING_DAYS_WRONG'],
    budget: { requests: 4, because: 'caller, facility, courses; the sessions of the days' },
  }),
}
