import { readFileSync } from 'node:fs'
import path from 'node:path'
import { changesBetween } from '@domain/selfservice/changes'
import { readFeed, writeFeed } from '@domain/selfservice/gtfs/feed'
import { readRuns } from '@domain/selfservice/gtfs/stopTimes'
import type { Network, Service } from '@domain/selfservice/network'
import { daysBetween, runsOn } from '@domain/selfservice/serviceDays'
import { problemsOf } from '@domain/selfservice/validity'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { network } from '../../support/shuttleNetwork'
import { networks } from '../../support/shuttleNetworks'

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

const waysOf = ({ lines }: Network) =>
  lines.map(({ directions }) => directions.map(({ headsign, stopIds }) => ({ headsign, stopIds })))

const inItsOrder = (service: Service): Service => ({
  ...service,
  weekdays: [...service.weekdays].sort((a, b) => a - b),
  exceptions: [...service.exceptions].sort((a, b) => (a.on < b.on ? -1 : 1)),
})

describe('a feed of ours', () => {
  it('comes back as it went', () => {
    expect(readBack(network)).toEqual(network)
  })

  it('tells whoever knows no calendar of China which days run', () => {
    const dates = text(writeFeed(network), 'calendar_dates.txt').split('\n')
    expect(dates).toContain('workdays,20261001,2,')
    expect(dates).toContain('workdays,20261010,1,')
    expect(dates).toContain('weekends,20261010,2,')
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
        expect(changesBetween(given, read)).toEqual([])
        expect(waysOf(read)).toEqual(waysOf(given))
        expect(read.services).toEqual(given.services.map(inItsOrder))
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

it('a trip of as many stops as a feed may have is read', () => {
  const last = 59_999
  const timeAt = (place: number) => (place === 0 ? '06:00:00' : place === last ? '23:00:00' : '')
  const rows = Array.from({ length: last + 1 }, (_, place) => `endless,stop,${place},${timeAt(place)}`)
  const times = ['trip_id,stop_id,stop_sequence,arrival_time', ...rows].join('\n')
  const stops = new Map([['stop', { stopId: 'stop', name: '站', note: '', latitude: 0, longitude: 0 }]])
  const runs = readRuns(new Map([['stop_times.txt', times]]), stops, new Set(['endless']), {
    problems: [],
    notes: [],
  })
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

describe('a mistake', () => {
  const files = writeFeed(network)
  const changed = (...changes: [file: string, from: string | RegExp, to: string][]) => {
    const all = new Map(files)
    for (const [file, from, to] of changes) all.set(file, text(all, file).replace(from, to))
    return readFeed(all).problems
  }

  it('is told once, and not again by everything that names it', () => {
    const falls = { file: 'stop_times.txt', line: 7, field: 'arrival_time', code: 'timesFall' }
    const early = ['stop_times.txt', 'L3-2,07:52:00', 'L3-2,07:22:00'] as [string, string, string]
    expect(changed(['stops.txt', '31.2893', '131.2893'], early)).toEqual([
      { file: 'stops.txt', line: 3, field: 'stop_lat', code: 'valueWrong' },
      falls,
    ])
    expect(changed(['stops.txt', /$/, '\ufffd'], early)).toEqual([
      { file: 'stops.txt', line: 0, field: '', code: 'unreadable' },
      falls,
    ])
    expect(changed(['trips.txt', 'trip_id', 'trip'], early)).toEqual([
      { file: 'trips.txt', line: 1, field: 'trip_id', code: 'columnMissing' },
      falls,
    ])
    expect(changed(['calendar.txt', '20260101', 'tomorrow'])).toEqual([
      { file: 'calendar.txt', line: 2, field: 'start_date', code: 'valueWrong' },
    ])
    expect(changed(['trips.txt', 'L3,workdays,L3-2', 'L3,,L3-2'])).toEqual([
      { file: 'trips.txt', line: 3, field: 'service_id', code: 'valueMissing' },
    ])
    expect(changed(['stop_times.txt', 'L3-2,07:32:00,07:32:00', 'L3-2,7.32,'])).toEqual([
      { file: 'stop_times.txt', line: 6, field: 'arrival_time', code: 'valueWrong' },
    ])
    expect(changed(['agency.txt', 'agency_name', 'name'])).toHaveLength(1)
    expect(changed(['routes.txt', 'route_id', 'id'])).toHaveLength(1)
  })
})

describe('services of others', () => {
  const calendar = [
    'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date',
    'workdays,1,1,1,1,1,0,0,20200101,20351231',
    'weekends,1,1,1,1,1,0,0,20260101,20261231',
  ].join('\n')
  const read = (today?: string) => readFeed(new Map(writeFeed(network)).set('calendar.txt', calendar), today)

  it('that go on for longer than may be planned are kept from today on, and that is said', () => {
    const { network: kept, problems, notes } = read('2026-11-24')
    expect(problems).toEqual([])
    expect(notes).toContainEqual({ file: 'calendar.txt', code: 'periodsClipped', count: 1 })
    expect(kept?.services.map(({ fromOn, untilOn }) => [fromOn, untilOn])).toEqual([
      ['2026-11-24', '2029-11-27'],
      ['2026-01-01', '2026-12-31'],
    ])
    expect(problemsOf(kept as Network)).toEqual([])
    expect(read('2035-12-01').network?.services[0]?.untilOn).toBe('2035-12-31')
    expect(read().network?.services[0]?.fromOn).toBe('2020-01-01')
  })

  it('that run on the same weekdays are told apart', () => {
    expect(read().network?.services.map(({ name }) => name)).toEqual(['工作日 workdays', '工作日 weekends'])
  })
})
