import { clockOf } from '@domain/selfservice/departures'
import {
  type Call,
  callsOf,
  type Direction,
  inOrder,
  type Line,
  type Trip,
} from '@domain/selfservice/network'

/** Every change of a line gives a new one; what stands in the editor is sent as a whole. */

const MINUTE_S = 60
const LAST_MINUTE = 48 * 60 - 1

/** `7:46` or `24:20` in seconds; null while it is no time. */
export function secondsFrom(clock: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:：]([0-5]\d)$/.exec(clock.trim()) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return hours === undefined || total > LAST_MINUTE ? null : total * MINUTE_S
}

/** As an editor writes it: 24:20 stays 24:20, so that one sees to which day it belongs. */
export function editedClock(seconds: number): string {
  const minutes = Math.floor(seconds / MINUTE_S)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

export function withDirection(
  line: Line,
  directionId: string,
  change: (direction: Direction) => Direction,
): Line {
  return {
    ...line,
    directions: line.directions.map(one => (one.directionId === directionId ? change(one) : one)),
  }
}

/** Puts a stop into a way; the trips do not stop there yet. */
export function withStop(direction: Direction, stopId: string, at: number): Direction {
  const put = <T>(row: readonly T[], value: T) => [...row.slice(0, at), value, ...row.slice(at)]
  return {
    ...direction,
    stopIds: put(direction.stopIds, stopId),
    trips: direction.trips.map(trip => ({ ...trip, calls: put<Call | null>(trip.calls, null) })),
  }
}

export function withoutStop(direction: Direction, at: number): Direction {
  const cut = <T>(row: readonly T[]) => row.filter((_one, index) => index !== at)
  return {
    ...direction,
    stopIds: cut(direction.stopIds),
    trips: direction.trips.map(trip => ({ ...trip, calls: cut(trip.calls) })),
  }
}

/** Moves a whole trip by minutes; null when it would begin before the day or end after the next. */
export function shifted(trip: Trip, minutes: number): Trip | null {
  const move = (seconds: number) => seconds + minutes * MINUTE_S
  const calls = trip.calls.map((call): Call | null => call && [move(call[0]), move(call[1])])
  const times = callsOf({ calls }).flatMap(({ call }) => call)
  const isWithin = times.every(seconds => seconds >= 0 && seconds <= LAST_MINUTE * MINUTE_S)
  return isWithin ? { ...trip, calls } : null
}

/**
 * Another time at one stop. Later stops move along, because the way from here on takes as long as before; a stop that
 * was not served, or that is not to be, changes alone.
 */
export function withTime(trip: Trip, at: number, seconds: number | null): Trip {
  const old = trip.calls[at] ?? null
  const by = old && seconds !== null ? seconds - old[1] : 0
  const calls = trip.calls.map((call, index): Call | null => {
    if (index === at) return seconds === null ? null : [seconds, seconds]
    return index > at && call ? [call[0] + by, call[1] + by] : call
  })
  return { ...trip, calls }
}

/** One trip more: like the last one of its service, a quarter of an hour later; the first of all begins at eight. */
export function anotherTrip(direction: Direction, serviceId: string, tripId: string): Trip {
  const last = direction.trips.filter(trip => trip.serviceId === serviceId).at(-1)
  const later = last && shifted(last, 15)
  if (later) return { ...later, tripId }
  const first = 8 * 60
  return {
    ...{ tripId, serviceId, headsign: '' },
    calls: direction.stopIds.map((_stop, at): Call => {
      const seconds = (first + at * 10) * MINUTE_S
      return [seconds, seconds]
    }),
  }
}

/** Puts a trip where the timetable has it; the one of the same id gives way. */
export function withTrip(direction: Direction, trip: Trip): Direction {
  const others = direction.trips.filter(({ tripId }) => tripId !== trip.tripId)
  return { ...direction, trips: inOrder([...others, trip]) }
}

export function withoutTrip(direction: Direction, tripId: string): Direction {
  return { ...direction, trips: direction.trips.filter(one => one.tripId !== tripId) }
}

/** The way back: the same stops from the other end, without trips. */
export function wayBack({ directionId, stopIds }: Direction, headsign: string): Direction {
  return {
    directionId: directionId === '0' ? '1' : '0',
    headsign,
    stopIds: [...stopIds].reverse(),
    trips: [],
  }
}

/** "7:26 → 8:04", for a list. */
export function sayTrip(trip: Trip): string {
  const calls = callsOf(trip)
  const [first, last] = [calls[0], calls.at(-1)]
  return first && last ? `${clockOf(first.call[1])} → ${clockOf(last.call[0])}` : '还没有时间'
}
