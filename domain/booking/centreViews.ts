import * as z from 'zod'
import { Count, Instant } from '../kernel/schema'
import { isDay } from '../kernel/time'
import { slotStates } from './bookingRules'
import { daySorts } from './slots'

/** Of a day in minutes since midnight in UTC+8: 540 is 9:00, see `clockLabel`. */
const Minute = z.number().int().min(0).max(1_440)

export const Span = z.object({ fromMinute: Minute, untilMinute: Minute })

/** `2026-11-30` in UTC+8. */
export const On = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .refine(isDay, { message: 'a day of the calendar' })

export const centreKinds = ['centre', 'factory'] as const

/** What a person may expect of a booking here: the rules as data, see `bookingRules.ts`. */
export const Rules = z.object({
  /** The most people in one slot. */
  seats: Count,
  /** The most people in one booking, the person's own seat included. */
  partyMax: Count,
  /** How long before its beginning a slot closes for bookings, in minutes. */
  noticeMinutes: Count,
  /** How many days ahead one may book. */
  horizonDays: Count,
  /** How many bookings that are still to come one person may hold here. */
  upcomingMax: Count,
  /** Until how long before the beginning a booking may be changed or given up, in minutes. */
  cancelMinutes: Count,
  /** After so many absences within so many days nothing can be booked until the oldest is that long ago. */
  absencesMax: Count,
  absencesWithinDays: Count,
})

/** One thing to come for, see `visitKinds.ts`. */
export const VisitKindView = z.object({
  kindId: z.string(),
  name: z.string(),
  minutes: Count,
  seats: Count,
  partyMax: Count,
  /** `seats` are cars: a booking takes one. */
  byCar: z.boolean(),
  words: z.string(),
  vehicle: z.string(),
  promises: z.array(z.string()),
  pictureFileId: z.string(),
})

/** The hours of one day, as the doors go by them. */
export const DayHours = z.object({
  on: On,
  sort: z.enum(daySorts),
  /** 国庆节, 设备检修; null on a usual day. */
  note: z.string().nullable(),
  /** Empty: closed all day. */
  spans: z.array(Span),
})

export const CentreCard = z.object({
  centreId: z.string(),
  kind: z.enum(centreKinds),
  name: z.string(),
  city: z.string(),
  /** One line under the name. */
  headline: z.string(),
  coverFileId: z.string(),
  address: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  today: DayHours,
  /** Score of all feedback to one decimal, 1–5; null before the first. */
  score: z.number().nullable(),
  scores: Count,
})

/** One time that can be booked, or why it can't. */
export const SlotView = z.object({
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(slotStates),
  /** Why nothing takes place in it; null unless `closed`. */
  closedBecause: z.string().nullable(),
  capacity: Count,
  /** Seats that are left; a party larger than this waits. `byCar`: cars, of which a party takes one. */
  left: Count,
  byCar: z.boolean(),
  /** People who wait for it. */
  waiting: Count,
  /** My booking in it that still counts. */
  mine: z.string().nullable(),
})

/** One person's words about a visit, as everybody sees them: without a name. */
export const Feedback = z.object({
  score: z.number().int(),
  words: z.string(),
  department: z.string(),
  at: Instant,
})

export const Picture = z.object({ fileId: z.string(), caption: z.string() })

/** The film of a place: a file of ours, or an https address in the company's storage. */
export const CentreFilm = z.object({
  fileId: z.string(),
  posterFileId: z.string(),
  title: z.string(),
  seconds: Count,
})

export type CentreCardView = z.infer<typeof CentreCard>
export type KindShown = z.infer<typeof VisitKindView>
export type SlotShown = z.infer<typeof SlotView>
export type FeedbackView = z.infer<typeof Feedback>
export type RulesView = z.infer<typeof Rules>
export type DayHoursView = z.infer<typeof DayHours>
