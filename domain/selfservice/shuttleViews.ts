import * as z from 'zod'
import { Count, Instant, plainLine } from '../kernel/schema'
import { isDay } from '../kernel/time'
import { holidayRules, networkLimits, roundedDegrees, SERVICE_SECONDS_MAX } from './network'
import { dayTypes } from './serviceDays'
import { timetableStates } from './timetable'

/** Ids of lines, stops, trips and services: GTFS's, without what the house's keys are made with. */
export const ShuttleId = z.string().regex(/^[\w.-]{1,60}$/)

/** `2026-11-30` in UTC+8. */
export const On = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .refine(isDay, { message: 'a day of the calendar' })

const ServiceSeconds = z
  .number()
  .int()
  .min(0)
  .max(SERVICE_SECONDS_MAX - 1)

export const Agency = z.strictObject({
  agencyId: ShuttleId,
  name: plainLine(1, 60),
  url: plainLine(0, 200),
  timezone: plainLine(1, 60),
  lang: plainLine(0, 60),
  phone: plainLine(0, 60),
})

export const Stop = z.strictObject({
  stopId: ShuttleId,
  name: plainLine(1, 60),
  note: plainLine(0, 200),
  latitude: z.number().min(-90).max(90).transform(roundedDegrees),
  longitude: z.number().min(-180).max(180).transform(roundedDegrees),
})

export const Service = z.strictObject({
  serviceId: ShuttleId,
  name: plainLine(1, 20),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  holidays: z.enum(holidayRules),
  fromOn: On,
  untilOn: On,
  exceptions: z.array(z.strictObject({ on: On, runs: z.boolean() })).max(networkLimits.exceptionsMax),
})

const Trip = z.strictObject({
  tripId: ShuttleId,
  serviceId: ShuttleId,
  headsign: plainLine(0, 60),
  calls: z.array(z.tuple([ServiceSeconds, ServiceSeconds]).nullable()).max(networkLimits.columnsMax),
})

const Direction = z.strictObject({
  directionId: z.enum(['0', '1']),
  headsign: plainLine(0, 60),
  stopIds: z.array(ShuttleId).max(networkLimits.columnsMax),
  trips: z.array(Trip).max(networkLimits.tripsMax),
})

export const Line = z.strictObject({
  lineId: ShuttleId,
  agencyId: ShuttleId,
  name: plainLine(1, 30),
  path: plainLine(0, 120),
  note: plainLine(0, 200),
  directions: z.array(Direction).min(1).max(2),
})

/** One's own stop of a direction. */
export const OwnStop = z.object({ directionId: z.enum(['0', '1']), stopId: z.string() })

/** The next buses of a stop of one's own. */
export const Ride = OwnStop.extend({
  lineId: z.string(),
  name: z.string(),
  headsign: z.string(),
  stopName: z.string(),
  stopNote: z.string(),
  /** When buses leave there, over some days: a phone without a network goes on along them. */
  departures: z.array(Instant),
  /** The way of the first of them, and which stop of it is one's own; null: nothing leaves any more. */
  way: z
    .object({
      stops: z.array(z.object({ name: z.string(), at: Instant.nullable() })),
      own: Count,
    })
    .nullable(),
})

/** A line over some days, as a phone keeps it: see `departures.ts`. */
export const Sheet = z.object({
  editions: z.array(z.object({ number: Count, effectiveOn: z.string(), directions: z.array(Direction) })),
  days: z.array(z.object({ on: z.string(), edition: Count.nullable(), serviceIds: z.array(z.string()) })),
})

/** What changes next, and when. */
export const Upcoming = z.object({
  number: Count,
  effectiveOn: z.string(),
  publishedOn: z.string(),
  /** Why, as the publisher wrote it. */
  note: z.string(),
  /** 增停安亭北站，3 班改点 */
  words: z.string(),
})

export const LineCard = z.object({
  lineId: z.string(),
  name: z.string(),
  path: z.string(),
  /** Under whose name it is found: a site. */
  group: z.string(),
})

/** A year that is near and whose holidays are not announced yet; null: all that is near is known. */
export const UnannouncedYear = Count.nullable()

export const Opened = z.object({
  line: LineCard.extend({ note: z.string() }),
  sheet: Sheet,
  /** Every stop that the editions name. */
  stops: z.array(Stop),
  /** Own stops; null: not a favourite. */
  favourite: z.array(OwnStop).nullable(),
  upcoming: Upcoming.nullable(),
  /** Of today's timetable. */
  version: Count,
  unannounced: UnannouncedYear,
  now: Instant,
})

/** The next day of each type, and from a change on the next one that has it; null: none that is known. */
const Sample = z.object({
  type: z.enum(dayTypes),
  on: z.string().nullable(),
  /** 国庆节 */
  note: z.string().nullable(),
  changedOn: z.string().nullable(),
  /** It is in this year, whose holidays are not announced yet. */
  unannounced: UnannouncedYear,
})

/** A line by type of day. */
export const Timetable = Opened.extend({ samples: z.array(Sample) })

export const Change = z.object({
  lineId: z.string(),
  name: z.string(),
  kind: z.enum(['new', 'gone', 'changed']),
  words: z.string(),
})

/** A version in the back office. */
export const VersionCard = z.object({
  versionId: z.string(),
  state: z.enum(timetableStates),
  source: z.enum(['edit', 'import']),
  /** 0: not published. */
  number: Count,
  effectiveOn: z.string().nullable(),
  note: z.string(),
  revision: Count,
  lines: Count,
  by: z.string(),
  at: Instant,
})
