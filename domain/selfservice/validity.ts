import { DAY_MS, isDay, startOfDay } from '../kernel/time'
import {
  callsOf,
  type Direction,
  type Line,
  type Network,
  networkLimits,
  SERVICE_SECONDS_MAX,
  type Service,
  type Stop,
  type Trip,
} from './network'

/** What can be wrong with a timetable. */
export const problemCodes = [
  'noDirection',
  'noTrips',
  'directionTwice',
  'fewStops',
  'stopMissing',
  'stopTwice',
  'serviceMissing',
  'serviceTwice',
  'agencyMissing',
  'lineTwice',
  'tripTwice',
  'tripsAlike',
  'callsWrong',
  'fewCalls',
  'timesFall',
  'tooLate',
  'periodWrong',
  'exceptionTwice',
  'tooMany',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Something that keeps a timetable from counting, and where: `directions.0.trips.3.calls.2`. */
export interface Problem {
  path: string
  code: ProblemCode
}

interface Known {
  stopIds: ReadonlySet<string>
  serviceIds: ReadonlySet<string>
  agencyIds: ReadonlySet<string>
}

/** The ids that a network has, for whatever refers to them. */
export function knownOf(network: Pick<Network, 'stops' | 'services' | 'agencies'>): Known {
  return {
    stopIds: new Set(network.stops.map(({ stopId }) => stopId)),
    serviceIds: new Set(network.services.map(({ serviceId }) => serviceId)),
    agencyIds: new Set(network.agencies.map(({ agencyId }) => agencyId)),
  }
}

/** Everything that is wrong with a line. Times rise along it: a bus may leave in the minute in which it came, never before. */
export function problemsOfLine(line: Line, known: Known): Problem[] {
  const ids = line.directions.map(({ directionId }) => directionId)
  const trips = line.directions.flatMap(direction => direction.trips)
  return [
    ...when(line.directions.length === 0, 'directions', 'noDirection'),
    ...when(new Set(ids).size < ids.length, 'directions', 'directionTwice'),
    ...when(!known.agencyIds.has(line.agencyId), 'agencyId', 'agencyMissing'),
    ...when(trips.length > networkLimits.tripsMax, 'directions', 'tooMany'),
    ...when(new Set(trips.map(({ tripId }) => tripId)).size < trips.length, 'directions', 'tripTwice'),
    ...line.directions.flatMap((direction, index) =>
      problemsOfDirection(direction, `directions.${index}`, known),
    ),
  ]
}

function problemsOfDirection(direction: Direction, path: string, known: Known): Problem[] {
  const { stopIds, trips } = direction
  const seen = new Set<string>()
  return [
    ...when(stopIds.length < 2, `${path}.stopIds`, 'fewStops'),
    ...when(stopIds.length > networkLimits.columnsMax, `${path}.stopIds`, 'tooMany'),
    ...stopIds.flatMap((stopId, at) =>
      when(!known.stopIds.has(stopId), `${path}.stopIds.${at}`, 'stopMissing'),
    ),
    ...trips.flatMap((trip, at) => {
      const own = `${path}.trips.${at}`
      // By the stops themselves: where a loop has one twice, nobody can tell from which column a trip is.
      const called = callsOf(trip).map(({ at: column, call }) => [stopIds[column], call])
      const face = JSON.stringify([trip.serviceId, called])
      const isTwin = seen.has(face)
      seen.add(face)
      return [
        ...when(isTwin, own, 'tripsAlike'),
        ...when(!known.serviceIds.has(trip.serviceId), `${own}.serviceId`, 'serviceMissing'),
        ...problemsOfTrip(trip, own, stopIds.length),
      ]
    }),
  ]
}

function problemsOfTrip(trip: Trip, path: string, columns: number): Problem[] {
  if (trip.calls.length !== columns) return [{ path: `${path}.calls`, code: 'callsWrong' }]
  const calls = callsOf(trip)
  if (calls.length < 2) return [{ path: `${path}.calls`, code: 'fewCalls' }]
  return calls.flatMap(({ at, call: [arrives, departs] }, index) => {
    const before = calls[index - 1]?.call[1] ?? 0
    return [
      ...when(arrives < before || departs < arrives, `${path}.calls.${at}`, 'timesFall'),
      ...when(departs >= SERVICE_SECONDS_MAX, `${path}.calls.${at}`, 'tooLate'),
    ]
  })
}

/** A way without a bus may wait in a draft; riders are not shown it, and no feed can tell of it. */
function emptyDirections({ directions }: Line): Problem[] {
  return directions.flatMap(({ trips }, at) => when(trips.length === 0, `directions.${at}.trips`, 'noTrips'))
}

export function problemsOfStops(stops: readonly Stop[]): Problem[] {
  const seen = new Set<string>()
  return [
    ...when(stops.length > networkLimits.stopsMax, 'stops', 'tooMany'),
    ...stops.flatMap(({ stopId }, at) => {
      const isTwice = seen.has(stopId)
      seen.add(stopId)
      return when(isTwice, `stops.${at}`, 'stopTwice')
    }),
  ]
}

export function problemsOfServices(services: readonly Service[]): Problem[] {
  const seen = new Set<string>()
  return [
    ...when(services.length > networkLimits.servicesMax, 'services', 'tooMany'),
    ...services.flatMap((service, at) => {
      const isTwice = seen.has(service.serviceId)
      seen.add(service.serviceId)
      return [
        ...when(isTwice, `services.${at}`, 'serviceTwice'),
        ...when(!isPeriod(service), `services.${at}.untilOn`, 'periodWrong'),
        ...when(hasTwice(service), `services.${at}.exceptions`, 'exceptionTwice'),
      ]
    }),
  ]
}

function isPeriod({ fromOn, untilOn, exceptions }: Service): boolean {
  if (!isDay(fromOn) || !isDay(untilOn) || exceptions.some(({ on }) => !isDay(on))) return false
  const days = (startOfDay(untilOn) - startOfDay(fromOn)) / DAY_MS
  return days >= 0 && days < networkLimits.serviceDaysMax
}

const hasTwice = ({ exceptions }: Service) => new Set(exceptions.map(({ on }) => on)).size < exceptions.length

/** Everything that is wrong with a whole timetable; each path begins with what it is about. */
export function problemsOf(network: Network): Problem[] {
  const known = knownOf(network)
  const lineIds = network.lines.map(({ lineId }) => lineId)
  const tripIds = network.lines.flatMap(line =>
    line.directions.flatMap(({ trips }) => trips.map(({ tripId }) => tripId)),
  )
  return [
    ...when(network.lines.length > networkLimits.linesMax, 'lines', 'tooMany'),
    ...when(new Set(lineIds).size < lineIds.length, 'lines', 'lineTwice'),
    ...when(new Set(tripIds).size < tripIds.length, 'lines', 'tripTwice'),
    ...problemsOfStops(network.stops),
    ...problemsOfServices(network.services),
    ...network.lines.flatMap((line, at) =>
      [...problemsOfLine(line, known), ...emptyDirections(line)].map(({ path, code }) => ({
        path: `lines.${at}.${path}`,
        code,
      })),
    ),
  ]
}

function when(isWrong: boolean, path: string, code: ProblemCode): Problem[] {
  return isWrong ? [{ path, code }] : []
}
