import type { Agency, Direction, Line, Network, Service, Trip } from '../network'
import { inOrder, networkLimits } from '../network'
import { columnsOf, guessedDirections, placesIn } from '../patterns'
import { NAME_MAX, NOTE_MAX } from './places'
import { type FeedReport, isLost } from './problems'
import type { Run } from './stopTimes'
import { type FeedFiles, type Row, readTable, writeTable } from './tables'
import { cellsOf, idsFrom, timeOf, wordsOf } from './values'
import type { readWays } from './ways'

const ROUTES = 'routes.txt'
const TRIPS = 'trips.txt'
export const PATH_MAX = 120
export const LINE_NAME_MAX = 30

/** A trip as its file has it; where and when it stops says stop_times.txt. */
export interface TripTold {
  id: string
  tripId: string
  routeId: string
  serviceId: string
  headsign: string
  directionId: '0' | '1' | null
  row: Row
}

/** The trips of a feed. */
export function readTrips(
  files: FeedFiles,
  services: ReadonlyMap<string, Service>,
  report: FeedReport,
): TripTold[] {
  const cells = cellsOf(TRIPS, report)
  const rows = readTable(files, TRIPS, ['route_id', 'service_id', 'trip_id'], report)
  const ids = idsFrom(
    'trip',
    rows.map(row => row.cell('trip_id')),
  )
  const seen = new Set<string>()
  const areServicesLost = isLost(report, 'calendar.txt') || isLost(report, 'calendar_dates.txt')
  return rows.flatMap(row => {
    const [routeId, serviceId] = [cells.needed(row, 'route_id'), cells.needed(row, 'service_id')]
    const id = cells.needed(row, 'trip_id')
    const direction = row.cell('direction_id')
    if (!['', '0', '1'].includes(direction)) cells.wrong(row, 'direction_id', 'valueWrong')
    if (id === null) return []
    if (seen.has(id)) cells.wrong(row, 'trip_id', 'idTwice')
    seen.add(id)
    const service = services.get(serviceId ?? '')
    if (!service && serviceId !== null && !areServicesLost) cells.wrong(row, 'service_id', 'nothingSuch')
    return [
      {
        ...{ id, row, routeId: routeId ?? '' },
        tripId: ids.get(id) ?? id,
        serviceId: service?.serviceId ?? serviceId ?? '',
        headsign: wordsOf(row.cell('trip_headsign'), NAME_MAX),
        directionId: direction === '0' || direction === '1' ? direction : null,
      },
    ]
  })
}

interface RouteTold extends Omit<Line, 'directions'> {
  id: string
}

function readRoutes(
  files: FeedFiles,
  agencies: ReadonlyMap<string, Agency>,
  report: FeedReport,
): RouteTold[] {
  const cells = cellsOf(ROUTES, report)
  const rows = readTable(files, ROUTES, ['route_id'], report)
  const ids = idsFrom(
    'line',
    rows.map(row => row.cell('route_id')),
  )
  const seen = new Set<string>()
  const [only] = agencies.size === 1 ? agencies.values() : []
  return rows.flatMap(row => {
    const id = cells.needed(row, 'route_id')
    const [short, long] = [row.cell('route_short_name'), row.cell('route_long_name')]
    const name = wordsOf(short || long, LINE_NAME_MAX)
    if (name === '') cells.wrong(row, 'route_short_name', 'valueMissing')
    if (id === null) return []
    if (seen.has(id)) cells.wrong(row, 'route_id', 'idTwice')
    seen.add(id)
    const agencyId = row.cell('agency_id')
    const agency = agencyId === '' ? only : agencies.get(agencyId)
    if (!agency && !isLost(report, 'agency.txt')) cells.wrong(row, 'agency_id', 'nothingSuch')
    return [
      {
        id,
        lineId: ids.get(id) ?? id,
        agencyId: agency?.agencyId ?? '',
        name,
        path: wordsOf(short === '' ? '' : long, PATH_MAX),
        note: wordsOf(row.cell('route_desc'), NOTE_MAX),
      },
    ]
  })
}

interface Parts {
  wayOf: ReturnType<typeof readWays>
  agencies: ReadonlyMap<string, Agency>
  told: readonly TripTold[]
  runs: ReadonlyMap<string, Run>
}

/** The lines of a feed, each with its directions and their trips. */
export function readLines(
  files: FeedFiles,
  { agencies, told, runs, wayOf }: Parts,
  report: FeedReport,
): Line[] {
  const routes = readRoutes(files, agencies, report)
  const known = new Set(routes.map(({ id }) => id))
  const cells = cellsOf(TRIPS, report)
  const named = isLost(report, ROUTES) ? [] : told.filter(({ routeId }) => routeId !== '')
  for (const { row, routeId } of named) if (!known.has(routeId)) cells.wrong(row, 'route_id', 'nothingSuch')
  const ran = new Map<string, TripTold[]>(routes.map(({ id }) => [id, []]))
  for (const trip of told) if (runs.has(trip.id)) ran.get(trip.routeId)?.push(trip)
  let guessed = 0
  const lines = routes.map(({ id, ...line }) => {
    const trips = ran.get(id) ?? []
    if (trips.some(({ directionId }) => directionId === null)) guessed += 1
    if (trips.length > networkLimits.tripsMax)
      report.problems.push({ file: TRIPS, line: 0, field: 'route_id', code: 'tooMany' })
    return { ...line, directions: directionsOf(trips, { runs, wayOf }, report) }
  })
  const filled = lines.filter(({ directions }) => directions.length > 0)
  if (guessed > 0) report.notes.push({ file: TRIPS, code: 'directionsGuessed', count: guessed })
  if (filled.length < lines.length)
    report.notes.push({ file: ROUTES, code: 'routesEmpty', count: lines.length - filled.length })
  if (filled.length > networkLimits.linesMax)
    report.problems.push({ file: ROUTES, line: 0, field: '', code: 'tooMany' })
  return filled
}

/** Laying ways over one another takes time in their lengths: one that fits no timetable is left out first. */
function directionsOf(
  given: readonly TripTold[],
  { runs, wayOf }: Pick<Parts, 'runs' | 'wayOf'>,
  report: FeedReport,
): Direction[] {
  const runOf = (trip: TripTold) => runs.get(trip.id) as Run
  const isLong = (trip: TripTold) => runOf(trip).stopIds.length > networkLimits.columnsMax
  for (const { row } of given.filter(isLong)) cellsOf(TRIPS, report).wrong(row, 'trip_id', 'tooMany')
  const trips = given.filter(trip => !isLong(trip))
  const guesses = guessedDirections(
    trips.map(trip => runOf(trip).stopIds),
    networkLimits.columnsMax,
  )
  const idOf = (trip: TripTold, at: number) => trip.directionId ?? (guesses[at] as '0' | '1')
  return (['0', '1'] as const).flatMap(directionId => {
    const own = trips.filter((trip, at) => idOf(trip, at) === directionId)
    const [first] = own
    if (!first) return []
    const sequences = own.map(trip => runOf(trip).stopIds)
    const told = wayOf(first.routeId, directionId, sequences) ?? {
      headsign: mostFrequent(own.map(({ headsign }) => headsign)),
      stopIds: columnsOf(sequences, networkLimits.columnsMax),
    }
    return [directionOf({ directionId, ...told }, own, runOf, report)]
  })
}

function directionOf(
  { directionId, headsign, stopIds }: Omit<Direction, 'trips'>,
  own: readonly TripTold[],
  runOf: (trip: TripTold) => Run,
  report: FeedReport,
): Direction {
  if (stopIds.length > networkLimits.columnsMax) {
    report.problems.push({ file: TRIPS, line: own[0]?.row.line ?? 0, field: '', code: 'tooMany' })
    return { directionId, headsign, stopIds, trips: [] }
  }
  const seen = new Set<string>()
  const trips = own.map((trip): Trip => {
    const { stopIds: way, calls } = runOf(trip)
    const places = placesIn(stopIds, way) ?? []
    const row: Trip['calls'] = stopIds.map((_stopId, column) => calls[places.indexOf(column)] ?? null)
    const face = JSON.stringify([trip.serviceId, row])
    if (seen.has(face)) cellsOf(TRIPS, report).wrong(trip.row, 'trip_id', 'tripsAlike')
    seen.add(face)
    const { tripId, serviceId } = trip
    return { tripId, serviceId, headsign: trip.headsign === headsign ? '' : trip.headsign, calls: row }
  })
  return { directionId, headsign, stopIds, trips: inOrder(trips) }
}

/** The first of those that come most often. */
function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0]
}

/** A bus, as GTFS numbers what may run on a route. */
const BUS = '3'

export function writeLines({ lines }: Pick<Network, 'lines'>): Map<string, string> {
  const ways = lines.flatMap(line => line.directions.map(direction => ({ line, direction })))
  const trips = ways.flatMap(({ line, direction }) =>
    direction.trips.map(trip => ({ line, direction, trip })),
  )
  const routes = lines.map(({ lineId, agencyId, name, path, note }) => [
    ...[lineId, agencyId, name],
    ...[path, note, BUS],
  ])
  const tripRows = trips.map(({ line, direction, trip }) => [
    ...[line.lineId, trip.serviceId, trip.tripId],
    ...[trip.headsign || direction.headsign, direction.directionId],
  ])
  const timeRows = trips.flatMap(({ direction, trip }) =>
    trip.calls
      .flatMap((call, at) => (call ? [{ call, stopId: direction.stopIds[at] ?? '' }] : []))
      .map(({ call: [arrives, departs], stopId }, at) => [
        ...[trip.tripId, timeOf(arrives), timeOf(departs)],
        ...[stopId, String(at + 1)],
      ]),
  )
  const named = ['route_short_name', 'route_long_name', 'route_desc', 'route_type']
  const timed = ['trip_id', 'arrival_time', 'departure_time', 'stop_id', 'stop_sequence']
  return new Map([
    [ROUTES, writeTable(['route_id', 'agency_id', ...named], routes)],
    [TRIPS, writeTable(['route_id', 'service_id', 'trip_id', 'trip_headsign', 'direction_id'], tripRows)],
    ['stop_times.txt', writeTable(timed, timeRows)],
  ])
}
