import {
  type Call,
  inOrder,
  type Line,
  type Network,
  type Service,
  type Trip,
} from '@domain/selfservice/network'
import { daysBetween } from '@domain/selfservice/serviceDays'
import { Line as LineGiven, Stop } from '@domain/selfservice/shuttleViews'
import fc from 'fast-check'
import { line3, network } from './shuttleNetwork'

/** What a person may write into a form: blanks of every sort, marks that are not seen, pieces of other alphabets. */
const written = (min: number, max: number) =>
  fc
    .array(
      fc.constantFrom('站', 'A', 'é', '  ', '\t', '\u3000', '\u200b', '\u00a0', '\ufffd', '"', ',', '👨‍👩‍👧'),
      {
        maxLength: max,
      },
    )
    .map(pieces => `${min > 0 ? '园' : ''}${pieces.join('')}`)
const degrees = (max: number) =>
  fc.oneof(
    fc.constantFrom(0, -0, 1e-7, -1e-7, 4e-8, -4e-8, 0.1 + 0.2, 1 / 3, max, -max),
    fc.double({ min: -max, max, noNaN: true }),
  )

/** Networks of every shape that the contracts take, and some that the rules refuse. */
export function networks(): fc.Arbitrary<Network> {
  const places = fc.array(
    fc.record({
      name: written(1, 8),
      note: written(0, 8),
      latitude: degrees(90),
      longitude: degrees(180),
    }),
    { minLength: 6, maxLength: 6 },
  )
  const services = fc.array(
    fc.record({
      weekdays: fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7]),
      holidays: fc.constantFrom('asUsual' as const, 'runs' as const, 'rests' as const),
      exceptions: fc.uniqueArray(
        fc.record({ on: fc.constantFrom(...daysBetween('2026-09-25', '2026-10-15')), runs: fc.boolean() }),
        { selector: ({ on }) => on, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  const way = fc.record({
    stops: fc.oneof(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 6 }),
      fc.constantFrom<number[]>([0, 1, 0, 1], [2, 3, 4, 2, 3, 4]),
    ),
    trips: fc.array(
      fc.record({
        service: fc.nat(),
        start: fc.integer({ min: 0, max: 90_000 }),
        steps: fc.array(fc.tuple(fc.nat(900), fc.nat(120), fc.boolean()), { minLength: 6, maxLength: 6 }),
        headsign: fc.constantFrom('', '园区, 东门', '"A" 楼'),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    isEmpty: fc.integer({ min: 0, max: 19 }).map(one => one === 0),
    twin: fc.boolean(),
  })
  const lines = fc.array(fc.array(way, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  return fc.record({ services, lines, places, words: written(0, 8) }).map(given => {
    const { services: rules, lines: ways, words } = given
    const named = rules.map((rule, at): Service => {
      const period = { fromOn: '2026-09-20', untilOn: '2026-10-20' }
      return { serviceId: `s${at}`, name: `第${at}种`, ...period, ...rule }
    })
    const stops = given.places.map((place, at) => Stop.parse({ ...place, stopId: `stop${at}` }))
    const lines = ways.map((own, at) =>
      LineGiven.parse({ ...lineOf(own, at, named.length), path: words, note: words }),
    )
    return { ...network, services: named, stops, lines }
  })
}

interface Way {
  stops: number[]
  trips: { service: number; start: number; steps: [number, number, boolean][]; headsign: string }[]
  isEmpty: boolean
  /** One trip again, in other columns: only a loop lets it. */
  twin: boolean
}

function lineOf(ways: readonly Way[], number: number, services: number): Line {
  const directions = ways.map((way, at) => {
    const seen = new Set<string>()
    const trips = way.trips
      .map((told, index): Trip => {
        const serviceId = `s${told.service % services}`
        return {
          tripId: `t${number}.${at}.${index}`,
          serviceId,
          headsign: told.headsign,
          calls: callsOf(told, way.stops.length),
        }
      })
      .filter(({ serviceId, calls }) => {
        const face = JSON.stringify([serviceId, calls])
        return seen.size < seen.add(face).size
      })
    return {
      directionId: `${at}` as '0' | '1',
      headsign: '园区',
      stopIds: way.stops.map(stop => `stop${stop}`),
      trips: way.isEmpty ? [] : inOrder([...trips, ...(way.twin ? twinsOf(trips, way.stops) : [])]),
    }
  })
  return { ...line3, lineId: `L${number}`, directions }
}

/** The first trip that runs the first half of a way which is gone twice, in the second half. */
function twinsOf(trips: readonly Trip[], stops: readonly number[]): Trip[] {
  const half = stops.length / 2
  const isTwice = stops.every((stop, at) => stop === stops[(at + half) % stops.length])
  const [model] = trips
  if (!isTwice || half < 2 || !model) return []
  const [early, late] = [model.calls.slice(0, half), model.calls.slice(0, half).map(() => null)]
  return [
    { ...model, tripId: `${model.tripId}a`, calls: [...early, ...late] },
    { ...model, tripId: `${model.tripId}b`, calls: [...late, ...early] },
  ]
}

/** Times that rise; the first and the last stop are always served. */
function callsOf({ start, steps }: Way['trips'][0], count: number): (Call | null)[] {
  let clock = start
  return Array.from({ length: count }, (_, at) => {
    const [rides, waits, stops] = steps[at] as [number, number, boolean]
    if (!stops && at > 0 && at < count - 1) return null
    const arrives = clock + rides
    clock = arrives + waits
    return [arrives, clock]
  })
}
