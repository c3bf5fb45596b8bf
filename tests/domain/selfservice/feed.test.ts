import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readFeed, writeFeed } from '@domain/selfservice/gtfs/feed'
import { readRuns } from '@domain/selfservice/gtfs/stopTimes'
import type { Call, Line, Network, Service, Trip } from '@domain/selfservice/network'
import { inOrder } from '@domain/selfservice/network'
import { daysBetween, runsOn } from '@domain/selfservice/serviceDays'
import { Line as LineGiven, Stop } from '@domain/selfservice/shuttleViews'
import { problemsOf } from '@domain/selfservice/validity'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { line3, network } from '../../support/shuttleNetwork'

const FIXTURE = path.join(__dirname, 'fixtures/zakroczym/gtfs.zip')
const published = () =>
  new Map(Object.entries(unzipSync(readFileSync(FIXTURE))).map(([name, bytes]) => [name, strFromU8(bytes)]))

const text = (files: ReadonlyMap<string, string>, file: string) => files.get(file) ?? ''
const bytes = (files: ReadonlyMap<string, string>) => JSON.stringify([...files])

function readBack(given: Network): Network {
  const { network: read, problems } = readFeed(writeFeed(given))
  expect(problems).toEqual([])
  return read as Network
}

describe('a feed of ours', () => {
  it('comes back as it went', () => {
    expect(readBack(network)).toEqual(network)
  })

  it('tells whoever knows no calendar of China which days run', () => {
    const dates = text(writeFeed(network), 'calendar_dates.txt').split('\n')
    expect(dates).toContain('workdays,20261001,2')
    expect(dates).toContain('workdays,20261010,1')
    expect(dates).toContain('weekends,20261010,2')
    const times = text(writeFeed(network), 'stop_times.txt').split('\n')
    expect(times).toContain('L3-52,24:20:00,24:20:00,east,1')
    expect(times).toContain('L3-3,08:22:00,08:22:00,east,3')
  })

  it('is written, read and written again to the byte, whatever is in it', () => {
    fc.assert(
      fc.property(networks(), given => {
        // Two trips of a loop that are alike, or a way without any, are what the rules refuse.
        fc.pre(problemsOf(given).length === 0)
        const first = writeFeed(given)
        const read = readBack(given)
        expect(bytes(writeFeed(read))).toBe(bytes(first))
        for (const [at, service] of given.services.entries())
          for (const on of daysBetween('2026-09-20', '2026-10-20'))
            expect(runsOn(read.services[at] as Service, on)).toBe(runsOn(service, on))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a feed that was published: the communal buses of Zakroczym', () => {
  it('is read, with its loops and without directions of its own', () => {
    const { network: read, problems, notes } = readFeed(published())
    expect(problems).toEqual([])
    expect(
      read?.lines.map(({ name, directions }) => [name, ...directions.map(one => one.trips.length)]),
    ).toEqual([
      ['Z1', 6, 8],
      ['Z2', 7, 9],
      ['Z3', 9, 9],
    ])
    expect(read?.stops).toHaveLength(62)
    const codes = notes.map(({ code }) => code)
    expect(codes).toContain('timezoneForeign')
    expect(notes).toContainEqual({ file: 'shapes.txt', code: 'fileIgnored', count: 0 })
    expect(problemsOf(read as Network)).toEqual([])
  })

  it('is written, read and written again to the byte', () => {
    const { network: read } = readFeed(published())
    const first = writeFeed(read as Network)
    const again = readFeed(first)
    expect(again.network).toEqual(read)
    expect(bytes(writeFeed(again.network as Network))).toBe(bytes(first))
  })

  it('keeps every stop time that it was published with', () => {
    const { network: read } = readFeed(published())
    const rows = (of: string) => {
      const [header = '', ...lines] = of.replaceAll('\r', '').trim().split('\n')
      const at = (column: string) => header.split(',').indexOf(column)
      const columns = ['trip_id', 'stop_id', 'arrival_time', 'departure_time'].map(at)
      return lines.map(line => columns.map(column => line.split(',')[column]).join(' ')).sort()
    }
    const written = text(writeFeed(read as Network), 'stop_times.txt')
    expect(rows(written)).toEqual(rows(text(published(), 'stop_times.txt')))
  })
})

describe('a broken feed', () => {
  const files = writeFeed(network)
  const broken = (file: string, from: string | RegExp, to: string) =>
    readFeed(new Map(files).set(file, text(files, file).replace(from, to)))
  const without = (file: string) => readFeed(new Map([...files].filter(([name]) => name !== file)))

  test.each([
    ['stop_times.txt', 'L3-2,07:52:00', 'L3-2,07:22:00', 7, 'arrival_time', 'timesFall'],
    ['stop_times.txt', 'L3-2,07:52:00', 'L3-2,07:62:00', 7, 'arrival_time', 'valueWrong'],
    ['stop_times.txt', /L3-2,(.*),anting/, 'L3-2,$1,atlantis', 7, 'stop_id', 'nothingSuch'],
    ['stop_times.txt', /L3-2,(.*),anting,2/, 'L3-2,$1,anting,1', 7, 'stop_sequence', 'sequenceTwice'],
    ['stop_times.txt', /L3-2,(.*),anting/, 'L3-200,$1,anting', 7, 'trip_id', 'nothingSuch'],
    ['trips.txt', 'L3,workdays,L3-2', 'L3,moondays,L3-2', 3, 'service_id', 'nothingSuch'],
    ['trips.txt', 'L3,workdays,L3-2', 'L30,workdays,L3-2', 3, 'route_id', 'nothingSuch'],
    ['trips.txt', 'L3,workdays,L3-2', 'L3,workdays,L3-1', 3, 'trip_id', 'idTwice'],
    ['stops.txt', '31.2893', '131.2893', 3, 'stop_lat', 'valueWrong'],
    ['stops.txt', 'anting,安亭地铁站', 'anting,', 3, 'stop_name', 'valueMissing'],
    ['stops.txt', 'stop_lat', 'latitude', 1, 'stop_lat', 'columnMissing'],
    ['stops.txt', '安亭北站', '"安亭北站', 4, '', 'unreadable'],
    ['calendar.txt', '20271231', '20250101', 2, 'end_date', 'periodWrong'],
    ['calendar.txt', '20260101', '20260231', 2, 'start_date', 'valueWrong'],
    ['calendar_dates.txt', /workdays,\d{8},2/, 'workdays,20261001,3', 2, 'exception_type', 'valueWrong'],
    ['routes.txt', 'L3,shanghai', 'L3,moon', 2, 'agency_id', 'nothingSuch'],
    ['agency.txt', 'Asia/Shanghai', '', 2, 'agency_timezone', 'valueMissing'],
  ] as const)('in %s, %s instead of %s: line %i, %s %s', (file, from, to, line, field, code) => {
    const { network: read, problems } = broken(file, from, to)
    expect(read).toBeNull()
    expect(problems).toContainEqual({ file, line, field, code })
  })

  it('without a file that it needs says which', () => {
    const { network: read, problems } = without('stops.txt')
    expect(read).toBeNull()
    expect(problems).toContainEqual({ file: 'stops.txt', line: 0, field: '', code: 'fileMissing' })
  })

  it('that repeats trips every so many minutes is refused, and not told by half', () => {
    const frequencies = 'trip_id,start_time,end_time,headway_secs\nL3-1,06:00:00,09:00:00,600\n'
    const { network: read, problems } = readFeed(new Map(files).set('frequencies.txt', frequencies))
    expect(read).toBeNull()
    expect(problems).toEqual([{ file: 'frequencies.txt', line: 2, field: '', code: 'unsupported' }])
  })

  it('names the line also below a cell that goes over two', () => {
    const stops = text(files, 'stops.txt')
      .replace('11 号线 2 号口对面', '"11 号线\n2 号口"')
      .replace('31.2702', 'x')
    const { problems } = readFeed(new Map(files).set('stops.txt', stops.replace('，便利店门前', '')))
    expect(problems).toContainEqual({ file: 'stops.txt', line: 7, field: 'stop_lat', code: 'valueWrong' })
  })
})

it('times that a feed leaves out are spread between those it gives', () => {
  const files = writeFeed(network)
  const times = text(files, 'stop_times.txt').replace('L3-2,07:52:00,07:52:00', 'L3-2,,')
  const { network: read, notes } = readFeed(new Map(files).set('stop_times.txt', times))
  expect(notes).toContainEqual({ file: 'stop_times.txt', code: 'timesFilled', count: 1 })
  const second = read?.lines[0]?.directions[0]?.trips.find(({ tripId }) => tripId === 'L3-2')
  expect(second?.calls[1]).toEqual([27_990, 27_990])
})

it('a trip of as many stops as a feed may have is read in a moment, long before a function would be cut off', () => {
  const last = 59_999
  const timeAt = (place: number) => (place === 0 ? '06:00:00' : place === last ? '23:00:00' : '')
  const rows = Array.from({ length: last + 1 }, (_, place) => `endless,stop,${place},${timeAt(place)}`)
  const times = ['trip_id,stop_id,stop_sequence,arrival_time', ...rows].join('\n')
  const stops = new Map([['stop', { stopId: 'stop', name: '站', note: '', latitude: 0, longitude: 0 }]])
  const begun = performance.now()
  const runs = readRuns(new Map([['stop_times.txt', times]]), stops, new Set(['endless']), {
    problems: [],
    notes: [],
  })
  expect(performance.now() - begun).toBeLessThan(5_000)
  expect(runs.get('endless')?.calls[30_000]?.[0]).toBe(52_201)
})

it('two trips that fit no timetable are refused at once, and not laid over one another', () => {
  const ids = (trip: string) => Array.from({ length: 9_000 }, (_, at) => `${trip}${at}`)
  const stops = [...ids('a'), ...ids('b')].map(id => `${id},站,31.2,121.2`)
  const times = ['a', 'b'].flatMap(trip =>
    ids(trip).map(
      (id, at) => `${trip},${id},${at},${at === 0 ? '06:00:00' : at === 8_999 ? '23:00:00' : ''}`,
    ),
  )
  const files = new Map(writeFeed(network))
    .set('stops.txt', ['stop_id,stop_name,stop_lat,stop_lon', ...stops].join('\n'))
    .set('trips.txt', 'route_id,service_id,trip_id\nL3,workdays,a\nL3,workdays,b\n')
    .set('stop_times.txt', ['trip_id,stop_id,stop_sequence,arrival_time', ...times].join('\n'))
  const { network: read, problems } = readFeed(files)
  expect(read).toBeNull()
  expect(problems).toContainEqual({ file: 'trips.txt', line: 2, field: 'trip_id', code: 'tooMany' })
})

it('ids that no key may have get others, and only those', () => {
  const files = new Map(
    [...writeFeed(network)].map(([file, words]) => [file, words.replaceAll('L3-2', '3 号/2')]),
  )
  const { network: read } = readFeed(files)
  expect(read?.lines[0]?.directions[0]?.trips.map(({ tripId }) => tripId)).toEqual([
    'L3-1',
    'trip1',
    'L3-3',
    'L3-9',
  ])
})

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
function networks(): fc.Arbitrary<Network> {
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
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
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
