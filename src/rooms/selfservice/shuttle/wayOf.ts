import type { Instant } from '@domain/kernel/time'
import {
  clockOf,
  type Departure,
  instantOf,
  type LineSheet,
  nextDepartures,
  runningOn,
} from '@domain/selfservice/departures'
import type { Direction, Stop } from '@domain/selfservice/network'
import { sayDay } from './busWords'

/** A stop in the way of the next bus. */
export interface WayStop {
  stopId: string
  name: string
  note: string
  /** "7:52"; null: this bus does not stop there. */
  clock: string | null
  /** It has left there by the timetable. */
  passed: boolean
  /** The bus is between this stop and the next, by the timetable. */
  leaving: boolean
  mine: boolean
  /** From which day on buses stop there at all; null: they do. */
  comingOn: string | null
}

interface Opened {
  sheet: LineSheet
  stops: readonly Stop[]
  upcoming: { number: number; effectiveOn: string; words: string } | null
  now: Instant
}

const AFTERWARDS = 2

/** The direction as it is today, or as it will first be. */
export function directionOf({ sheet, now }: Opened, directionId: string): Direction | undefined {
  const today = sheet.days.find(({ on }) => instantOf(on, 86_400) > now)
  const edition = sheet.editions.find(({ number }) => number === today?.edition) ?? sheet.editions[0]
  return edition?.directions.find(one => one.directionId === directionId)
}

/** The directions of a line, today's first. */
export function directionsOf(opened: Opened): Direction[] {
  return (['0', '1'] as const).flatMap(directionId => directionOf(opened, directionId) ?? [])
}

/** Where one gets on: everywhere but where the bus ends. */
export function boardingStops({ stops }: Opened, direction: Direction): Stop[] {
  const ids = [...new Set(direction.stopIds.slice(0, -1))]
  return ids.flatMap(stopId => stops.find(stop => stop.stopId === stopId) ?? [])
}

/** The next bus from a stop, those after it, and the way of the first. */
export function nextAt(opened: Opened, from: { directionId: string; stopId: string }, now: Instant) {
  const [next, ...later] = nextDepartures(opened.sheet, from, now, 1 + AFTERWARDS)
  const direction = directionOf(opened, from.directionId)
  const way = direction ? wayOf(opened, direction, next, from.stopId, now) : []
  return { next, later, way }
}

function wayOf(
  opened: Opened,
  today: Direction,
  next: Departure | undefined,
  stopId: string,
  now: Instant,
): WayStop[] {
  const running = next && runningOn(opened.sheet, next.on, today.directionId)
  const direction = running?.direction ?? today
  const trip = running?.trips.find(({ tripId }) => tripId === next?.tripId)
  const leftAt = direction.stopIds.map((_stop, column) => {
    const call = trip?.calls[column]
    return call && next ? instantOf(next.on, call[1]) : null
  })
  const lastLeft = leftAt.reduce<number>((last, at, column) => (at !== null && at <= now ? column : last), -1)
  const isOver = lastLeft === direction.stopIds.length - 1
  const way = direction.stopIds.map((id, column): WayStop => {
    const call = trip?.calls[column]
    const isLast = column === direction.stopIds.length - 1
    return {
      ...namedIn(opened.stops, id),
      clock: call ? clockOf(isLast ? call[0] : call[1]) : null,
      passed: column <= lastLeft,
      leaving: column === lastLeft && !isOver,
      mine: next ? column === next.column : id === stopId,
      comingOn: null,
    }
  })
  return withComing(opened, direction, way)
}

function namedIn(stops: readonly Stop[], stopId: string) {
  const stop = stops.find(one => one.stopId === stopId)
  return { stopId, name: stop?.name ?? stopId, note: stop?.note ?? '' }
}

/** Puts the stops that the next version brings where they will be. */
function withComing(
  { sheet, stops, upcoming }: Opened,
  today: Direction,
  way: readonly WayStop[],
): WayStop[] {
  const edition = sheet.editions.find(({ number }) => number === upcoming?.number)
  const later = edition?.directions.find(({ directionId }) => directionId === today.directionId)
  if (!later || !upcoming) return [...way]
  const row = [...way]
  for (const [at, stopId] of later.stopIds.entries()) {
    if (today.stopIds.includes(stopId)) continue
    const before = later.stopIds[at - 1]
    const place = row.findIndex(one => one.stopId === before) + 1
    row.splice(place, 0, {
      ...namedIn(stops, stopId),
      ...{ clock: null, passed: false, leaving: false, mine: false },
      comingOn: upcoming.effectiveOn,
    })
  }
  return row
}

/** What the next version does to the very bus that is shown: "这一班 7:52 改为 7:46". */
export function sayMove(
  { sheet, upcoming }: Opened,
  next: Departure,
  from: { directionId: string; stopId: string },
) {
  const edition = sheet.editions.find(({ number }) => number === upcoming?.number)
  const direction = edition?.directions.find(({ directionId }) => directionId === from.directionId)
  const trip = direction?.trips.find(({ tripId }) => tripId === next.tripId)
  if (!upcoming || !edition) return ''
  const day = sayDay(upcoming.effectiveOn)
  const column = direction?.stopIds.indexOf(from.stopId) ?? -1
  const departs = trip?.calls[column]?.[1]
  if (departs === undefined) return `${day}起，${clockOf(next.seconds)} 这一班不再从这里走`
  return departs === next.seconds ? '' : `${clockOf(next.seconds)} 这一班改为 ${clockOf(departs)}`
}
