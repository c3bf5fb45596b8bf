import type { Day } from '../kernel/time'

/**
 * Seconds since the midnight that begins a service day in UTC+8, as GTFS counts: 24:20:00 is twenty past midnight and
 * still belongs to the day before. China has no daylight saving, so midnight is also noon minus twelve hours.
 */
export type ServiceSeconds = number

/** Beyond two days nothing is a trip of its day any more; looking back one day finds every bus that still runs. */
export const SERVICE_SECONDS_MAX = 48 * 3_600

export const networkLimits = {
  agenciesMax: 20,
  linesMax: 60,
  stopsMax: 1_000,
  servicesMax: 200,
  exceptionsMax: 400,
  tripsMax: 400,
  columnsMax: 100,
  /** How long a service may be planned ahead, in days. */
  serviceDaysMax: 1_100,
} as const

/** Whose buses they are: a site's. The riders find their lines under its name. */
export interface Agency {
  agencyId: string
  name: string
  url: string
  timezone: string
  lang: string
  phone: string
}

const DEGREES_DECIMALS = 7

/** Degrees to a centimetre, which is all that a timetable needs; never -0. */
export function roundedDegrees(value: number): number {
  return Number(value.toFixed(DEGREES_DECIMALS)) + 0
}

/** Degrees as a feed has them: never `1e-7`. */
export function degreesText(value: number): string {
  return roundedDegrees(value)
    .toFixed(DEGREES_DECIMALS)
    .replace(/\.?0+$/, '')
}

export interface Stop {
  stopId: string
  name: string
  /** Where exactly one waits: 11 号线 2 号口对面. */
  note: string
  latitude: number
  longitude: number
}

/**
 * What a public holiday does to a service. `asUsual` knows no holidays: it goes by the weekday alone, as GTFS does.
 * The other two go by China's calendar: a day worked in exchange counts as a Monday, and on a public holiday the
 * service `runs` or `rests`, whatever the weekday.
 */
export const holidayRules = ['asUsual', 'runs', 'rests'] as const
export type HolidayRule = (typeof holidayRules)[number]

export interface Exception {
  on: Day
  runs: boolean
}

/** On which days trips run. */
export interface Service {
  serviceId: string
  /** 工作日 */
  name: string
  /** Monday is 1, Sunday 7. */
  weekdays: number[]
  holidays: HolidayRule
  fromOn: Day
  untilOn: Day
  /** Single days that go against the rule, by date. */
  exceptions: Exception[]
}

/** When a bus arrives at a stop and when it leaves. */
export type Call = [arrives: ServiceSeconds, departs: ServiceSeconds]

export interface Trip {
  tripId: string
  serviceId: string
  /** Where this one ends, if it is elsewhere than the direction says; else empty. */
  headsign: string
  /** One for each stop of the direction, in its order; null: does not stop there. */
  calls: (Call | null)[]
}

/** One way of a line. */
export interface Direction {
  directionId: '0' | '1'
  /** Where it goes: 嘉定园区. */
  headsign: string
  /** In the order of the way; a loop names a stop twice. */
  stopIds: string[]
  /** By when they begin. */
  trips: Trip[]
}

export interface Line {
  lineId: string
  agencyId: string
  /** 3 号线 */
  name: string
  /** From where to where: 安亭地铁站 — 嘉定园区. */
  path: string
  note: string
  directions: Direction[]
}

/** A whole timetable: everything that one version holds. */
export interface Network {
  agencies: Agency[]
  stops: Stop[]
  services: Service[]
  lines: Line[]
}

/** The calls that a trip really has, each with the place of its stop. */
export function callsOf(trip: Pick<Trip, 'calls'>): { at: number; call: Call }[] {
  return trip.calls.flatMap((call, at) => (call ? [{ at, call }] : []))
}

/** When a trip begins; a trip without calls sorts last. */
export function beginningOf(trip: Pick<Trip, 'calls'>): ServiceSeconds {
  return callsOf(trip)[0]?.call[1] ?? Number.POSITIVE_INFINITY
}

/** Trips as a timetable lists them: by their beginning, then by their calls from the front, then by id. */
export function inOrder(trips: readonly Trip[]): Trip[] {
  return [...trips].sort((a, b) => beginningOf(a) - beginningOf(b) || (a.tripId < b.tripId ? -1 : 1))
}
