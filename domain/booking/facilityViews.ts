import * as z from 'zod'
import { Count, Instant, Person } from '../kernel/schema'
import { slotStates } from './bookingRules'
import { On } from './centreViews'
import { courseLevels, facilityKinds, venueSorts } from './facility'
import { placeStates } from './place'
import { daySorts } from './slots'

/** `later`: the day is not open for bookings yet. */
export const bookingStates = [...slotStates, 'later'] as const

/** What a booking goes by: the rules as data, see `facility.ts`. */
export const FacilityRulesView = z.object({
  noticeMinutes: Count,
  horizonDays: Count,
  weekMax: Count,
  cancelMinutes: Count,
  deposit: Count,
})

export const AbsenceRuleView = z.object({
  absencesMax: Count,
  absencesWithinDays: Count,
  pauseDays: Count,
})

export const FacilityName = z.object({
  facilityId: z.string(),
  kind: z.enum(facilityKinds),
  name: z.string(),
  site: z.string(),
})

/** My booking of it that still counts. */
export const Mine = z.object({ placeId: z.string(), state: z.enum(placeStates) }).nullable()

const bookable = {
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(bookingStates),
  /** Why nothing takes place; null unless `closed`. */
  closedBecause: z.string().nullable(),
  waiting: Count,
  mine: Mine,
}

/** One lesson of a course in a week. */
export const LessonView = z.object({
  courseId: z.string(),
  /** When the timetable has it: what a booking names. */
  lessonAt: Instant,
  name: z.string(),
  level: z.enum(courseLevels),
  room: z.string(),
  coach: z.string(),
  /** Why it is not as usual: another time, room or coach. */
  changedBecause: z.string().nullable(),
  capacity: Count,
  left: Count,
  ...bookable,
})

/** One court or room at one time. Who has it is nobody's business. */
export const CellView = z.object({ unitId: z.string(), ...bookable })

export const VenueCard = z.object({
  ...FacilityName.shape,
  sort: z.enum(venueSorts),
  place: z.string(),
  coverFileId: z.string(),
  units: Count,
  /** Times of today that can still be booked. */
  left: Count,
})

/** A day under its number. */
export const VenueDay = z.object({
  on: On,
  sort: z.enum(daySorts),
  note: z.string().nullable(),
  left: Count,
})

/** Where a person stands with a facility after absences. */
export const StandingView = z.object({
  ...AbsenceRuleView.shape,
  /** From when on one may book again; null: now. */
  pausedUntil: Instant.nullable(),
  /** How many absences count towards the next pause. */
  counting: Count,
})

export const AppealView = z.object({
  words: z.string(),
  at: Instant,
  answer: z
    .object({ verdict: z.enum(['excuse', 'keep']), reason: z.string(), by: z.string(), at: Instant })
    .nullable(),
})

export const AbsenceView = z.object({
  placeId: z.string(),
  title: z.string(),
  startsAt: Instant,
  state: z.enum(['absent', 'excused']),
  /** `pause`: it has led to the pause that runs; `counting`: it counts towards the next one. */
  counts: z.enum(['pause', 'counting', 'no']),
  /** Whole coins of the deposit that were kept. */
  kept: Count,
  appeal: AppealView.nullable(),
})

/** Somebody on the list of a day; of a private room nobody learns who. */
export const Participant = z.object({
  placeId: z.string(),
  sessionId: z.string(),
  person: Person.nullable(),
  shortCode: z.string(),
  state: z.enum(placeStates),
  attendedAt: Instant.nullable(),
})

export type LessonShown = z.infer<typeof LessonView>
export type CellShown = z.infer<typeof CellView>
export type AbsenceShown = z.infer<typeof AbsenceView>
export type StandingShown = z.infer<typeof StandingView>
