import { clockOf } from './departures'
import { callsOf, type Line, type Network, type Service, type ServiceSeconds, type Trip } from './network'
import { ruleRunsOn } from './serviceDays'

/** What becomes of a line from one version to another. */
export interface LineChange {
  lineId: string
  name: string
  kind: 'new' | 'gone' | 'changed'
  /** Names of stops. */
  stopsAdded: string[]
  stopsRemoved: string[]
  /** Trips by number. */
  added: number
  removed: number
  moved: number
  /** The first departure that moves, by trips: where, and from when to when. Absent where none does, or none was kept. */
  move?: { stop: string; before: ServiceSeconds; after: ServiceSeconds }
  /** It runs on other days, or its words or stops are told otherwise. */
  otherwise: boolean
}

type Places = Pick<Network, 'stops' | 'services' | 'lines'>

/** The lines that differ between two versions, in the order of the later one; those that are gone at the end. */
export function changesBetween(before: Places, after: Places): LineChange[] {
  const changed = after.lines.flatMap(line => {
    const old = before.lines.find(({ lineId }) => lineId === line.lineId)
    if (!old) return [bare(line, 'new')]
    return faceOf(old, before) === faceOf(line, after) ? [] : [changeOf(old, line, before, after)]
  })
  const gone = before.lines.filter(({ lineId }) => !after.lines.some(line => line.lineId === lineId))
  return [...changed, ...gone.map(line => bare(line, 'gone'))]
}

/** Everything that riders see of a line, whatever order its directions, trips, services and stops are told in. */
function faceOf(line: Line, { stops, services }: Places): string {
  const stopIds = servedBy(line)
  const serviceIds = new Set(line.directions.flatMap(({ trips }) => trips.map(trip => trip.serviceId)))
  const face = {
    line: { ...line, directions: sortedBy(line.directions.map(faceOfDirection), one => one.directionId) },
    stops: sortedBy(
      stops.filter(({ stopId }) => stopIds.has(stopId)),
      ({ stopId }) => stopId,
    ),
    services: sortedBy(
      services.filter(({ serviceId }) => serviceIds.has(serviceId)).map(faceOfService),
      ({ serviceId }) => serviceId,
    ),
  }
  return JSON.stringify(face, sortedKeys)
}

/** A way by its trips alone: a feed has no columns, and names no end of a trip where it is that of the way. */
function faceOfDirection({ directionId, headsign, stopIds, trips }: Line['directions'][number]) {
  const told = trips.map(trip => ({
    tripId: trip.tripId,
    serviceId: trip.serviceId,
    headsign: trip.headsign || headsign,
    way: wayOf(stopIds, trip),
  }))
  return { directionId, headsign, trips: sortedBy(told, ({ tripId }) => tripId) }
}

/** Exceptions that say what the rule says anyway are none. */
function faceOfService(service: Service): Service {
  const differing = service.exceptions.filter(({ on, runs }) => ruleRunsOn(service, on) !== runs)
  return {
    ...service,
    weekdays: [...service.weekdays].sort((a, b) => a - b),
    exceptions: sortedBy(differing, ({ on }) => on),
  }
}

function sortedBy<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** The same fields in the same order, whatever a database makes of them. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Stops at which a trip of the line calls; a column where none does is nothing to its riders. */
function servedBy({ directions }: Line): Set<string> {
  return new Set(
    directions.flatMap(({ stopIds, trips }) =>
      trips.flatMap(trip => callsOf(trip).map(({ at }) => stopIds[at] ?? '')),
    ),
  )
}

function bare({ lineId, name }: Line, kind: LineChange['kind']): LineChange {
  const nothing = { added: 0, removed: 0, moved: 0, otherwise: false }
  return { lineId, name, kind, stopsAdded: [], stopsRemoved: [], ...nothing }
}

function changeOf(old: Line, line: Line, before: Places, after: Places): LineChange {
  const [was, is] = [callsByTrip(old), callsByTrip(line)]
  const [stood, stand] = [servedBy(old), servedBy(line)]
  const nameIn = ({ stops }: Places, id: string) => stops.find(({ stopId }) => stopId === id)?.name ?? id
  const change = {
    ...bare(line, 'changed'),
    stopsAdded: [...stand].filter(id => !stood.has(id)).map(id => nameIn(after, id)),
    stopsRemoved: [...stood].filter(id => !stand.has(id)).map(id => nameIn(before, id)),
    added: [...is.keys()].filter(id => !was.has(id)).length,
    removed: [...was.keys()].filter(id => !is.has(id)).length,
    moved: [...is].filter(([id, calls]) => was.has(id) && was.get(id) !== calls).length,
  }
  const counted = change.added + change.removed + change.moved
  const move = firstMove(old, line)
  return {
    ...change,
    ...(move ? { move: { ...move, stop: nameIn(after, move.stopId) } } : {}),
    otherwise: counted + change.stopsAdded.length + change.stopsRemoved.length === 0,
  }
}

/** Where and when each trip stops, to be compared as a whole. */
function callsByTrip({ directions }: Line): Map<string, string> {
  return new Map(
    directions.flatMap(({ directionId, stopIds, trips }) =>
      trips.map(trip => [trip.tripId, `${directionId} ${wayOf(stopIds, trip)}`] as const),
    ),
  )
}

const wayOf = (stopIds: readonly string[], { calls }: Trip) =>
  calls.flatMap((call, at) => (call ? [`${stopIds[at]}@${call.join('-')}`] : [])).join(' ')

interface Move {
  stopId: string
  before: ServiceSeconds
  after: ServiceSeconds
}

/** The first departure of a trip that is at another time than it was, from the same stop. */
function firstMove(old: Line, line: Line): Move | undefined {
  const were = new Map(old.directions.flatMap(departuresByTrip))
  return line.directions.flatMap(departuresByTrip).flatMap(([tripId, departures]): Move[] => {
    const before = were.get(tripId)
    return departures.flatMap(([stopId, after]) => {
      const was = before?.find(([id]) => id === stopId)?.[1]
      return was === undefined || was === after ? [] : [{ stopId, before: was, after }]
    })
  })[0]
}

function departuresByTrip({ stopIds, trips }: Line['directions'][number]) {
  return trips.map(trip => {
    const departures = callsOf(trip).map(({ at, call }) => [stopIds[at] ?? '', call[1]] as const)
    return [trip.tripId, departures] as const
  })
}

/** One departure that moves, for whoever has no timetable before them: 安亭地铁站 7:52 改为 7:46. */
export function sayMove({ move, moved }: LineChange): string {
  if (!move) return ''
  return `${move.stop} ${clockOf(move.before)} 改为 ${clockOf(move.after)}${moved > 1 ? '等' : ''}`
}

/** A change in one line of words: 增停安亭北站，3 班改点，加 1 班. */
export function sayChange(change: LineChange): string {
  if (change.kind === 'new') return '新开线路'
  if (change.kind === 'gone') return '线路停运'
  const { stopsAdded, stopsRemoved, added, removed, moved, otherwise } = change
  const parts = [
    stopsAdded.length > 0 ? `增停${stopsAdded.join('、')}` : '',
    stopsRemoved.length > 0 ? `不再停${stopsRemoved.join('、')}` : '',
    moved > 0 ? `${moved} 班改点` : '',
    added > 0 ? `加 ${added} 班` : '',
    removed > 0 ? `减 ${removed} 班` : '',
    otherwise ? '运行日期或说明有变' : '',
  ]
  return parts.filter(part => part !== '').join('，')
}
