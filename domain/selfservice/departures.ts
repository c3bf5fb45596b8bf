import { type Day, type Instant, SECOND_MS, startOfDay } from '../kernel/time'
import { callsOf, type Direction, type Line, type ServiceSeconds, type Trip } from './network'

/** A line as one version has it. */
export interface Edition {
  number: number
  /** From which service day on. */
  effectiveOn: Day
  directions: Line['directions']
}

/** What runs on one service day. */
export interface DayPlan {
  on: Day
  /** Which of the editions counts; null: the line does not exist on that day. */
  edition: number | null
  serviceIds: string[]
}

/** A line over some days: all that a phone needs to tell the next bus, also without a network. */
export interface LineSheet {
  editions: Edition[]
  days: DayPlan[]
}

export interface Departure {
  at: Instant
  on: Day
  tripId: string
  seconds: ServiceSeconds
  /** Which call of the trip it is. */
  column: number
}

/** When something of a service day is, on the wall clock. */
export function instantOf(on: Day, seconds: ServiceSeconds): Instant {
  return startOfDay(on) + seconds * SECOND_MS
}

/** The direction that counts on a day, and the trips of it that run. */
export function runningOn(
  sheet: LineSheet,
  on: Day,
  directionId: string,
): { direction: Direction; trips: Trip[] } | null {
  const day = sheet.days.find(plan => plan.on === on)
  const edition = sheet.editions.find(({ number }) => number === day?.edition)
  const direction = edition?.directions.find(one => one.directionId === directionId)
  if (!day || !direction) return null
  return { direction, trips: direction.trips.filter(({ serviceId }) => day.serviceIds.includes(serviceId)) }
}

/**
 * When buses leave a stop on a service day, the earliest first. Where a trip ends nobody gets on, so that its last call
 * is no departure; a loop that comes by twice leaves twice.
 */
export function departuresOn(sheet: LineSheet, on: Day, directionId: string, stopId: string): Departure[] {
  const running = runningOn(sheet, on, directionId)
  if (!running) return []
  const { direction, trips } = running
  const departures = trips.flatMap(trip =>
    callsOf(trip)
      .slice(0, -1)
      .filter(({ at }) => direction.stopIds[at] === stopId)
      .map(({ at, call: [, departs] }) => ({
        at: instantOf(on, departs),
        on,
        tripId: trip.tripId,
        seconds: departs,
        column: at,
      })),
  )
  return departures.sort((a, b) => a.at - b.at || (a.tripId < b.tripId ? -1 : 1))
}

/**
 * The next buses from a stop, the first first. Yesterday's service day is looked at as well: its 24:20 is twenty past
 * midnight today. When the last bus is gone, the next one is that of the next day with a service. A bus that leaves
 * this very moment has not left yet.
 */
export function nextDepartures(
  sheet: LineSheet,
  from: { directionId: string; stopId: string },
  now: Instant,
  count: number,
): Departure[] {
  return sheet.days
    .flatMap(({ on }) => departuresOn(sheet, on, from.directionId, from.stopId))
    .filter(({ at }) => at >= now)
    .sort((a, b) => a.at - b.at || (a.tripId < b.tripId ? -1 : 1))
    .slice(0, count)
}

/** When a bus leaves each stop of its way, arrives where that is the last; null: it does not stop there. */
export function wayOfDeparture(
  sheet: LineSheet,
  { on, tripId }: Departure,
  directionId: string,
): { stopId: string; at: Instant | null }[] {
  const running = runningOn(sheet, on, directionId)
  const trip = running?.trips.find(one => one.tripId === tripId)
  if (!running || !trip) return []
  const { stopIds } = running.direction
  return stopIds.map((stopId, column) => {
    const call = trip.calls[column]
    const seconds = call?.[column === stopIds.length - 1 ? 0 : 1]
    return { stopId, at: seconds === undefined ? null : instantOf(on, seconds) }
  })
}

/** `7:52`; 24:20 is told as the clock shows it then: `0:20`. */
export function clockOf(seconds: ServiceSeconds): string {
  const minutes = Math.floor(seconds / 60)
  return `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`
}

interface Leaving {
  tripId: string
  seconds: ServiceSeconds
}

/** How the departures from one stop differ between two days of two versions; null: not there. */
export function movesBetween(
  before: readonly Leaving[],
  after: readonly Leaving[],
): { tripId: string; before: ServiceSeconds | null; after: ServiceSeconds | null }[] {
  const timeIn = (leaving: readonly Leaving[], id: string) =>
    leaving.find(({ tripId }) => tripId === id)?.seconds ?? null
  const tripIds = [...new Set([...before, ...after].map(({ tripId }) => tripId))]
  return tripIds
    .map(tripId => ({ tripId, before: timeIn(before, tripId), after: timeIn(after, tripId) }))
    .filter(move => move.before !== move.after)
    .sort((a, b) => (a.before ?? a.after ?? 0) - (b.before ?? b.after ?? 0))
}
