import type { Instant } from '@domain/kernel/time'
import {
  type Departure,
  type LineSheet,
  nextDepartures,
  wayOfDeparture,
} from '@domain/selfservice/departures'
import { type Current, sheetOf } from './shuttleReading'
import type { FavouriteDocument, LineDocument } from './store'

/** Enough for a phone that is without a network for some days. */
const DEPARTURES_MAX = 120

/** The next buses of the caller's own stops, the one that leaves next first. */
export function ridesOf(
  current: Current,
  favourites: readonly FavouriteDocument[],
  documents: ReadonlyMap<string, LineDocument>,
  now: Instant,
) {
  const rides = favourites.flatMap(favourite => ridesOfLine(current, favourite, documents, now))
  return rides.sort((a, b) => (a.departures[0] ?? Infinity) - (b.departures[0] ?? Infinity))
}

/** A favourite's, by its directions. */
function ridesOfLine(
  current: Current,
  { lineId, stops }: FavouriteDocument,
  documents: ReadonlyMap<string, LineDocument>,
  now: Instant,
) {
  const sheet = sheetOf(current, lineId, documents)
  const entry = current.today?.lines.find(one => one.lineId === lineId)
  const line = entry && documents.get(entry.documentId)?.line
  return stops.flatMap(own => {
    const direction = line?.directions.find(({ directionId }) => directionId === own.directionId)
    const stop = current.today?.stops.find(({ stopId }) => stopId === own.stopId)
    if (!line || !direction || !stop) return []
    const departures = nextDepartures(sheet, own, now, DEPARTURES_MAX)
    return [
      {
        ...own,
        lineId,
        name: line.name,
        headsign: direction.headsign,
        stopName: stop.name,
        stopNote: stop.note,
        departures: departures.map(({ at }) => at),
        way: wayShown(current, sheet, departures[0], own.directionId),
      },
    ]
  })
}

/** The next bus may run by a version that is still to come, with stops that today's doesn't know. */
function wayShown(current: Current, sheet: LineSheet, next: Departure | undefined, directionId: string) {
  if (!next) return null
  const known = [current.today, ...current.timetables].flatMap(version => version?.stops ?? [])
  const stops = wayOfDeparture(sheet, next, directionId).map(({ stopId, at }) => ({
    name: known.find(stop => stop.stopId === stopId)?.name ?? '',
    at,
  }))
  return { stops, own: next.column }
}
