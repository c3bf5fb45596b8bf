import { changesBetween, sayChange, sayMove } from '@domain/selfservice/changes'
import { movesBetween } from '@domain/selfservice/departures'
import { readFeed, writeFeed } from '@domain/selfservice/gtfs/feed'
import type { Line, Network } from '@domain/selfservice/network'
import {
  mayBeginOn,
  nextTimetableState,
  type Published,
  reminderAt,
  stillNeeded,
  type TimetableAction,
  timetableStates,
  versionOn,
} from '@domain/selfservice/timetable'
import {
  agenciesTold,
  earlierLine,
  linesTold,
  servicesTold,
  stopsTold,
} from '../../../tools/seed/shuttleTold'
import { line3, network, trip } from '../../support/shuttleNetwork'

const version = (number: number, effectiveOn: string): Published => ({
  versionId: `v${number}`,
  number,
  effectiveOn,
})
const published = [version(5, '2026-01-01'), version(6, '2026-11-20'), version(7, '2026-12-01')]

test('every transition that is not in the table is refused', () => {
  const actions: TimetableAction[] = ['stage', 'edit', 'publish', 'withdraw', 'drop']
  const allowed = timetableStates.flatMap(state =>
    actions.flatMap(action => {
      const next = nextTimetableState(state, action)
      return next ? [`${state} ${action} ${next}`] : []
    }),
  )
  expect(allowed).toEqual([
    'staging stage draft',
    'staging drop dropped',
    'draft edit draft',
    'draft publish published',
    'draft drop dropped',
    'published withdraw withdrawn',
  ])
})

test('a day goes by the last version that has begun', () => {
  const days = ['2025-12-31', '2026-11-19', '2026-11-20', '2026-12-05']
  expect(days.map(on => versionOn(published, on)?.number)).toEqual([undefined, 5, 6, 7])
})

test('yesterday’s version is kept until its last bus has come home', () => {
  const numbers = (on: string) => stillNeeded(published, on).map(({ number }) => number)
  expect(numbers('2026-11-20')).toEqual([5, 6, 7])
  expect(numbers('2026-11-21')).toEqual([6, 7])
  expect(numbers('2026-12-02')).toEqual([7])
})

test('a version begins neither in the past nor before another, nor in two years', () => {
  const may = ['2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01', '2028-01-01'].map(on =>
    mayBeginOn(on, published, '2026-11-24'),
  )
  expect(may).toEqual([false, false, false, true, false])
  expect(mayBeginOn('2026-11-24', [], '2026-11-24')).toBe(true)
})

test('riders are reminded the evening before, unless they have only just been told', () => {
  const noon = Date.parse('2026-11-24T12:00:00+08:00')
  expect(reminderAt('2026-12-01', noon)).toBe(Date.parse('2026-11-30T18:00:00+08:00'))
  expect(reminderAt('2026-11-25', noon)).toBeNull()
})

describe('what changes', () => {
  const [there, back] = line3.directions as [Line['directions'][0], Line['directions'][0]]
  const moved: Line = {
    ...line3,
    directions: [
      {
        ...there,
        stopIds: ['caoan', 'anting', 'antingN', 'boyuan', 'east'],
        trips: [
          trip('L3-1', 'workdays', '7:12 7:32 - 7:41 7:49'),
          trip('L3-2', 'workdays', '7:26 7:46 7:49 7:56 8:04'),
          trip('L3-4', 'workdays', '8:32 8:52 - 9:01 9:09'),
          trip('L3-9', 'weekends', '9:00 9:20 - 9:29 9:37'),
        ],
      },
      back,
    ],
  }

  it('is told in one line', () => {
    const [change] = changesBetween(network, { ...network, lines: [moved] })
    expect(change && sayChange(change)).toBe('增停安亭北站，1 班改点，加 1 班，减 1 班')
    expect(change && sayMove(change)).toBe('曹安公路 7:32 改为 7:26')
    expect(change && sayMove({ ...change, moved: 3 })).toBe('曹安公路 7:32 改为 7:26等')
  })

  it('is nothing where only another line or an unused stop changed', () => {
    const other = { ...line3, lineId: 'L4', name: '4 号线' }
    const stops = network.stops.map(stop => (stop.stopId === 'antingN' ? { ...stop, name: '安亭北' } : stop))
    const changes = changesBetween(network, { ...network, stops, lines: [line3, other] })
    expect(changes.map(({ lineId, kind }) => [lineId, kind])).toEqual([['L4', 'new']])
    expect(changesBetween({ ...network, lines: [line3, other] }, network)[0]?.kind).toBe('gone')
  })

  it('is a service that runs on other days, and a stop that was moved', () => {
    const services = network.services.map(one => ({ ...one, untilOn: '2026-12-31' }))
    const [change] = changesBetween(network, { ...network, services })
    expect(change && sayChange(change)).toBe('运行日期或说明有变')
    const stops = network.stops.map(stop => (stop.stopId === 'east' ? { ...stop, latitude: 31 } : stop))
    expect(changesBetween(network, { ...network, stops })).toHaveLength(1)
  })

  it('does not depend on how a database orders fields', () => {
    const turned = JSON.parse(JSON.stringify(network), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as typeof network
    expect(changesBetween(network, turned)).toEqual([])
  })

  it('is nothing where a timetable was taken out as a feed and brought in again', () => {
    const backwards: Network = {
      ...network,
      stops: [...network.stops].reverse(),
      services: [...network.services]
        .reverse()
        .map(one => ({ ...one, weekdays: [...one.weekdays].reverse() })),
      lines: [
        {
          ...line3,
          directions: [back, { ...there, trips: [...there.trips].reverse() }],
        },
      ],
    }
    expect(changesBetween(network, backwards)).toEqual([])
    // As it is kept by hand: weekdays before weekends, and not by the clock.
    const told: Network = {
      ...network,
      lines: [...linesTold],
      stops: [...stopsTold],
      services: [...servicesTold],
    }
    const read = readFeed(writeFeed({ ...told, agencies: [...agenciesTold] })).network as Network
    expect(changesBetween(told, read)).toEqual([])
    const later = {
      ...told,
      lines: told.lines.map(line => (line.lineId === 'sh3' ? earlierLine(line) : line)),
    }
    const readLater = readFeed(writeFeed({ ...later, agencies: [...agenciesTold] })).network as Network
    expect(changesBetween(later, readLater)).toEqual([])
    expect(changesBetween(told, readLater).map(({ lineId }) => lineId)).toEqual(['sh3'])
  })

  it('is a trip that ends elsewhere or runs on other days, though it keeps its times', () => {
    const turned = (more: Partial<Line['directions'][0]['trips'][0]>) => ({
      ...network,
      lines: [
        { ...line3, directions: [{ ...there, trips: there.trips.map(one => ({ ...one, ...more })) }, back] },
      ],
    })
    expect(changesBetween(network, turned({ headsign: there.headsign }))).toEqual([])
    expect(changesBetween(network, turned({ headsign: '博园路' }))[0]?.otherwise).toBe(true)
    expect(changesBetween(network, turned({ serviceId: 'weekends' }))[0]?.otherwise).toBe(true)
  })

  it('at one stop is told trip by trip', () => {
    const before = [
      { tripId: 'a', seconds: 100 },
      { tripId: 'b', seconds: 200 },
      { tripId: 'c', seconds: 300 },
    ]
    const after = [
      { tripId: 'b', seconds: 150 },
      { tripId: 'c', seconds: 300 },
      { tripId: 'd', seconds: 400 },
    ]
    expect(movesBetween(before, after)).toEqual([
      { tripId: 'a', before: 100, after: null },
      { tripId: 'b', before: 200, after: 150 },
      { tripId: 'd', before: null, after: 400 },
    ])
  })
})
