import { HOUR_MS } from '@domain/kernel/time'
import type { Line, Network } from '@domain/selfservice/network'
import { newGuest, newGuests } from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { startTestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'
import { line3, network, trip } from '../../support/shuttleNetwork'
import {
  at,
  earlierDraft,
  favour,
  publish,
  publishedBefore,
  SHUTTLE_CLOCK,
  SHUTTLE_NOW,
  startShuttleCloud,
} from '../../support/shuttleWorld'
import { noticesTo } from '../../support/unionWorld'

interface Way {
  stops: { name: string; at: number | null }[]
  own: number
}

interface Home {
  favourites: {
    lineId: string
    directionId: string
    stopName: string
    departures: number[]
    way: Way | null
  }[]
  changes: { lineId: string; effectiveOn: string; words: string; note: string }[]
  lines: { lineId: string; group: string; favoured: boolean }[]
  version: { number: number; effectiveOn: string } | null
}

let cloud: TestCloud
const { lin, pan } = people

beforeAll(async () => {
  cloud = await startShuttleCloud()
})
afterAll(() => cloud.close())

const open = <T>(who: { openid: string }, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, `selfservice.${name}`, input)

test('favours lines with a stop of each way, and tells the next bus there', async () => {
  const rider = await newGuest(cloud)
  expectData(await favour(cloud, rider))
  expectData(await favour(cloud, rider, { directionId: '1', stopId: 'east' }))
  const home = expectData(await open<Home>(rider, 'openShuttle'))
  expect(home.version).toEqual({ number: 1, effectiveOn: '2026-07-01' })
  expect(home.lines).toMatchObject([{ lineId: 'L3', group: '上海', favoured: true }])
  expect(home.favourites.map(({ stopName, departures }) => [stopName, ...departures.slice(0, 3)])).toEqual([
    ['安亭地铁站', at('07:52'), at('08:07'), at('07:32', '2026-11-25')],
    ['园区东门', at('17:40'), at('00:20', '2026-11-25'), at('17:40', '2026-11-25')],
  ])
  const way = home.favourites[0]?.way
  expect(way?.stops.map(stop => [stop.name, stop.at])).toEqual([
    ['曹安公路', at('07:32')],
    ['安亭地铁站', at('07:52')],
    ['博园路', at('08:01')],
    ['园区东门', at('08:09')],
  ])
  expect(way?.own).toBe(1)

  expectData(await favour(cloud, rider, { stopId: 'caoan' }))
  const moved = expectData(await open<Home>(rider, 'openShuttle')).favourites
  expect(moved.map(({ stopName }) => stopName)).toEqual(['曹安公路', '园区东门'])

  expectData(await cloud.call(rider.openid, 'selfservice.unfavourLine', { lineId: 'L3' }, newRequestId()))
  expect(expectData(await open<Home>(rider, 'openShuttle'))).toMatchObject({ favourites: [] })
})

test('the list brings the timetables that a phone keeps: one’s own lines and those of one’s site first', async () => {
  interface Kept {
    kept: { line: { lineId: string }; favourite: object[] | null }[]
  }
  const rider = await newGuest(cloud)
  const own = { directionId: '0', stopId: 'anting' }
  expectData(await favour(cloud, rider))
  const { kept } = expectData(await open<Kept>(rider, 'openShuttle'))
  expect(kept).toEqual([expectData(await open(rider, 'openTimetable', { lineId: 'L3' }))])
  expect(kept[0]?.favourite).toEqual([own])

  const many = await startTestCloud({ clock: SHUTTLE_CLOCK })
  try {
    await insertPeople(many.engine)
    const [there] = line3.directions
    const crowded = (lineId: string, agencyId: string): Line => ({
      ...{ ...line3, lineId, agencyId },
      directions: [
        {
          ...(there as Line['directions'][0]),
          trips: Array.from({ length: 150 }, (_, at) =>
            trip(`${lineId}-${at}`, 'workdays', '7:12 7:32 - 7:49'),
          ),
        },
      ],
    })
    const chengdu = {
      ...(network.agencies[0] as Network['agencies'][0]),
      agencyId: 'chengdu',
      name: '成都工厂',
    }
    await publishedBefore(many, {
      ...network,
      agencies: [...network.agencies, chengdu],
      lines: [
        crowded('C1', 'chengdu'),
        crowded('C2', 'chengdu'),
        crowded('S1', 'shanghai'),
        crowded('S2', 'shanghai'),
      ],
    })
    const linesKept = async () =>
      expectData(await many.call<Kept>(lin.openid, 'selfservice.openShuttle')).kept.map(
        one => one.line.lineId,
      )
    expect(await linesKept()).toEqual(['S1', 'S2'])
    expectData(await favour(many, lin, { lineId: 'C2' }))
    expect(await linesKept()).toEqual(['C2', 'S1'])
  } finally {
    await many.close()
  }
})

test('after midnight tells the bus of the day before', async () => {
  const rider = await newGuest(cloud)
  expectData(await favour(cloud, rider, { directionId: '1', stopId: 'anting' }))
  await cloud.clock('2026-11-28T00:30:00+08:00')
  try {
    const [ride] = expectData(await open<Home>(rider, 'openShuttle')).favourites
    expect(ride?.departures.slice(0, 2)).toEqual([at('00:37', '2026-11-28'), at('17:57', '2026-11-30')])
  } finally {
    await cloud.clock(SHUTTLE_CLOCK)
  }
})

test('a line is opened with its stops and three weeks, its timetable with a day of each type', async () => {
  interface Opened {
    line: { name: string; note: string }
    sheet: { editions: { number: number }[]; days: { on: string; edition: number; serviceIds: string[] }[] }
    stops: { stopId: string }[]
    favourite: object[] | null
    samples: { type: string; on: string | null; changedOn: string | null; unannounced: number | null }[]
    unannounced: number | null
  }
  const opened = expectData(await open<Opened>(lin, 'openLine', { lineId: 'L3' }))
  expect(opened).toMatchObject({ line: { name: '3 号线', note: '刷工牌上车。' }, favourite: null })
  expect(opened.stops.map(({ stopId }) => stopId).sort()).toEqual(['anting', 'boyuan', 'caoan', 'east'])
  expect(opened.sheet.editions).toMatchObject([{ number: 1 }])
  expect(opened.sheet.days).toHaveLength(23)
  expect(opened.sheet.days[0]).toEqual({ on: '2026-11-23', edition: 1, serviceIds: ['workdays'] })
  expect(opened.sheet.days[5]).toEqual({ on: '2026-11-28', edition: 1, serviceIds: ['weekends'] })

  const table = expectData(await open<Opened>(lin, 'openTimetable', { lineId: 'L3' }))
  expect(table.samples.map(({ type, on }) => [type, on])).toEqual([
    ['working', '2026-11-24'],
    ['saturday', '2026-11-28'],
    ['sunday', '2026-11-29'],
    ['holiday', '2027-01-01'],
  ])
  expect(table.unannounced).toBeNull()
  expect(table.samples.map(({ unannounced }) => unannounced)).toEqual([null, null, null, 2027])
  const days = table.sheet.days.map(({ on }) => on)
  for (const { on } of table.samples) expect(days).toContain(on)
})

test('says of a year that was not announced that its holidays are not known, to riders and to the keeper', async () => {
  const unannounced = async (who: { openid: string }, name: string, input: object = {}) =>
    expectData(await open<{ unannounced: number | null }>(who, name, input)).unannounced
  const all = () =>
    Promise.all([
      unannounced(lin, 'openShuttle'),
      unannounced(lin, 'openLine', { lineId: 'L3' }),
      unannounced(pan, 'openShuttleDesk'),
    ])
  expect(await all()).toEqual([null, null, 2027])
  await cloud.clock('2027-01-01T07:20:00+08:00')
  try {
    expect(await all()).toEqual([2027, 2027, 2027])
    const rider = await newGuest(cloud)
    expectData(await favour(cloud, rider))
    // Friday, and yet the buses of weekends and holidays.
    const [ride] = expectData(await open<Home>(rider, 'openShuttle')).favourites
    expect(ride?.departures[0]).toBe(at('09:20', '2027-01-01'))
  } finally {
    await cloud.clock(SHUTTLE_CLOCK)
  }
})

test('refuses what is not there, and the eleventh line', async () => {
  const missing = { lineId: 'L9' }
  expectError('selfservice.openLine', await open(lin, 'openLine', missing), 'SELFSERVICE_LINE_MISSING')
  expectError(
    'selfservice.openTimetable',
    await open(lin, 'openTimetable', missing),
    'SELFSERVICE_LINE_MISSING',
  )
  const rider = await newGuest(cloud)
  expectError('selfservice.favourLine', await favour(cloud, rider, missing), 'SELFSERVICE_LINE_MISSING')
  // Nobody gets on where the bus ends.
  for (const stopId of ['east', 'antingN'])
    expectError('selfservice.favourLine', await favour(cloud, rider, { stopId }), 'SELFSERVICE_STOP_MISSING')
  await cloud.engine.insertMany(
    'selfservice_favourites',
    Array.from({ length: 10 }, (_, number) => ({
      _id: `X${number}:${rider.employeeId}`,
      lineId: `X${number}`,
      employeeId: rider.employeeId,
      stops: [],
      at: number,
    })),
  )
  expectError('selfservice.favourLine', await favour(cloud, rider), 'SELFSERVICE_FAVOURITES_FULL')
})

test('without a timetable there is nothing to show, and nothing breaks', async () => {
  const empty = await startTestCloud({ clock: SHUTTLE_CLOCK })
  try {
    await insertPeople(empty.engine)
    const home = await empty.call<Home>(lin.openid, 'selfservice.openShuttle')
    expect(expectData(home)).toMatchObject({ favourites: [], lines: [], version: null })
    await publishedBefore(empty, { ...network, lines: [line3, { ...line3, lineId: 'C1', name: '成都线' }] })
    expect(expectData(await empty.call<Home>(lin.openid, 'selfservice.openShuttle')).lines).toHaveLength(2)
  } finally {
    await empty.close()
  }
})

test('who favours a changed line is told now and the evening before, each once, and sees both timetables', async () => {
  const riders = await newGuests(cloud, 45)
  for (const rider of riders) expectData(await favour(cloud, rider))
  const [first] = riders as [(typeof riders)[0]]
  const draft = await earlierDraft(cloud)
  expect(expectData(await publish(cloud, draft)).number).toBe(2)
  const notices = async () => (await noticesTo(cloud, first)).map(({ title, body }) => `${title}：${body}`)

  await cloud.timer('selfservice', 'tend')
  await cloud.timer('selfservice', 'tend')
  expect(await notices()).toEqual([
    '3 号线，12 月 1 日起有变化：增停安亭北站，1 班改点。曹安公路 7:32 改为 7:26。外环北段修路，增停安亭北站',
  ])
  for (const rider of riders) expect(await noticesTo(cloud, rider)).toHaveLength(1)

  const home = expectData(await open<Home>(first, 'openShuttle'))
  expect(home.changes).toMatchObject([
    { lineId: 'L3', effectiveOn: '2026-12-01', words: '增停安亭北站，1 班改点' },
  ])
  expect(home.version?.number).toBe(1)
  const [ride] = home.favourites
  expect(ride?.departures).toContain(at('07:52', '2026-11-30'))
  expect(ride?.departures).toContain(at('07:46', '2026-12-01'))
  expect(ride?.departures).not.toContain(at('07:52', '2026-12-01'))

  await cloud.clock('2026-11-30T18:00:30+08:00')
  // Its stops are told by the version that it will run by.
  const [tomorrow] = expectData(await open<Home>(first, 'openShuttle')).favourites
  expect(tomorrow?.way?.stops.map(({ name }) => name)).toContain('安亭北站')
  await cloud.timer('selfservice', 'tend')
  expect((await notices())[1]).toMatch(/^明天起，3 号线有变化/)
  await cloud.clock('2026-12-01T07:00:00+08:00')
  await cloud.timer('selfservice', 'tend')
  expect(await notices()).toHaveLength(2)
  const then = expectData(await open<Home>(first, 'openShuttle'))
  expect(then).toMatchObject({ version: { number: 2 }, changes: [] })
  await cloud.clock(new Date(SHUTTLE_NOW + HOUR_MS).toISOString())
  expect(await noticesTo(cloud, pan)).toEqual([])
})
