import type { Direction, Line } from '@domain/selfservice/network'
import { daysBetween, runsOn } from '@domain/selfservice/serviceDays'
import { sayNext, sayTime } from '@/rooms/selfservice/shuttle/busWords'
import {
  anotherTrip,
  editedClock,
  sayTrip,
  secondsFrom,
  shifted,
  wayBack,
  withoutStop,
  withStop,
  withTime,
  withTrip,
} from '@/rooms/selfservice/shuttle/lineDraft'
import { schemeOf } from '@/rooms/selfservice/shuttle/scheme'
import { directionOf, nextAt, sayMove } from '@/rooms/selfservice/shuttle/wayOf'
import { line3, network, trip } from '../../../support/shuttleNetwork'

const [there] = line3.directions as [Direction, Direction]
const second = there.trips[1] as Direction['trips'][0]
const clocks = ({ calls }: Direction['trips'][0]) =>
  calls.map(call => (call ? editedClock(call[1]) : '-')).join(' ')

test.each([
  ['7:46', 27_960],
  ['07:46', 27_960],
  ['24:20', 87_600],
  ['7：46', 27_960],
  ['47:59', 172_740],
  ['48:00', null],
  ['7:60', null],
  ['七点', null],
  ['', null],
])('%s is %s seconds of a service day', (text, seconds) => {
  expect(secondsFrom(text)).toBe(seconds)
})

test('another time pushes the stops that follow, and no stop before it', () => {
  expect(clocks(withTime(second, 1, secondsFrom('7:46')))).toBe('7:32 7:46 7:55 8:03')
  expect(clocks(withTime(second, 2, null))).toBe('7:32 7:52 - 8:09')
  expect(clocks(withTime(withTime(second, 2, null), 2, secondsFrom('8:02')))).toBe('7:32 7:52 8:02 8:09')
})

test('a whole trip moves, but neither before the day nor past the next', () => {
  expect(clocks(shifted(second, -6) ?? second)).toBe('7:26 7:46 7:55 8:03')
  expect(shifted(second, -453)).toBeNull()
  expect(shifted(trip('late', 'workdays', '24:20 - - 47:30'), 60)).toBeNull()
})

test('a stop is put in and taken out with every trip’s place for it', () => {
  const longer = withStop(there, 'antingN', 2)
  expect(longer.stopIds).toEqual(['caoan', 'anting', 'antingN', 'boyuan', 'east'])
  expect(clocks(longer.trips[1] as typeof second)).toBe('7:32 7:52 - 8:01 8:09')
  expect(withoutStop(longer, 2)).toEqual(there)
})

test('one trip more is a quarter of an hour after the last of its days', () => {
  expect(clocks(anotherTrip(there, 'workdays', 'new'))).toBe('8:02 8:22 - 8:37')
  expect(clocks(anotherTrip(there, 'moondays', 'new'))).toBe('8:00 8:10 8:20 8:30')
  const early = withTrip(there, { ...second, calls: trip('x', 'workdays', '6:00 6:20 6:29 6:37').calls })
  expect(early.trips.map(({ tripId }) => tripId)).toEqual(['L3-2', 'L3-1', 'L3-3', 'L3-9'])
  expect(sayTrip(second)).toBe('7:32 → 8:09')
  expect(wayBack(there, '曹安公路')).toMatchObject({
    directionId: '1',
    stopIds: ['east', 'boyuan', 'anting', 'caoan'],
  })
})

const at = (clock: string, on = '2026-11-24') => Date.parse(`${on}T${clock}:00+08:00`)

test.each([
  ['07:40', '07:52', { big: '12 分钟', rest: '后到安亭，7:52' }],
  ['07:51', '07:52', { big: '1 分钟', rest: '后到安亭，7:52' }],
  ['07:52', '07:52', { big: '马上到', rest: '安亭' }],
  ['06:40', '07:52', { big: '7:52', rest: '到安亭' }],
])('at %s the bus of %s is said as %j', (now, leaves, expected) => {
  expect(sayNext(at(leaves), at(now), '安亭')).toEqual(expected)
})

test('a bus of another day is said with its day', () => {
  const now = at('20:00', '2026-11-27')
  expect(sayTime(at('00:37', '2026-11-28'), now)).toBe('明天 0:37')
  expect(sayTime(at('07:32', '2026-11-30'), now)).toBe('周一 7:32')
  expect(sayTime(at('07:32', '2026-12-08'), now)).toBe('12 月 8 日 7:32')
})

describe('the way of the next bus', () => {
  const later: Line['directions'] = [
    { ...withStop(there, 'antingN', 2), trips: [trip('L3-2', 'workdays', '7:26 7:46 7:49 7:55 8:03')] },
  ]
  const opened = {
    sheet: {
      editions: [
        { number: 1, effectiveOn: '2026-07-01', directions: line3.directions },
        { number: 2, effectiveOn: '2026-12-01', directions: later },
      ],
      days: daysBetween('2026-11-23', '2026-12-10').map(on => ({
        on,
        edition: on < '2026-12-01' ? 1 : 2,
        serviceIds: network.services.filter(service => runsOn(service, on)).map(({ serviceId }) => serviceId),
      })),
    },
    stops: network.stops,
    upcoming: { number: 2, effectiveOn: '2026-12-01', words: '增停安亭北站' },
    now: at('07:40'),
  }
  const from = { directionId: '0', stopId: 'anting' }

  it('says where the bus is by the timetable, which stop is mine and which comes', () => {
    const { next, later: afterwards, way } = nextAt(opened, from, at('07:40'))
    expect(next?.tripId).toBe('L3-2')
    expect(afterwards.map(({ at: leaves }) => leaves)).toEqual([at('08:07'), at('07:32', '2026-11-25')])
    expect(
      way.map(({ name, clock, passed, leaving, mine, comingOn }) => [
        name,
        clock,
        ...[passed, leaving, mine].map(Number),
        comingOn,
      ]),
    ).toEqual([
      ['曹安公路', '7:32', 1, 1, 0, null],
      ['安亭地铁站', '7:52', 0, 0, 1, null],
      ['安亭北站', null, 0, 0, 0, '2026-12-01'],
      ['博园路', '8:01', 0, 0, 0, null],
      ['园区东门', '8:09', 0, 0, 0, null],
    ])
  })

  it('says what becomes of this very bus', () => {
    const { next } = nextAt(opened, from, at('07:40'))
    expect(next && sayMove(opened, next, from)).toBe('7:52 这一班改为 7:46')
    const { next: eight } = nextAt(opened, from, at('08:00'))
    expect(eight && sayMove(opened, eight, from)).toBe('12 月 1 日起，8:07 这一班不再从这里走')
  })

  it('is today’s, also after midnight', () => {
    expect(directionOf({ ...opened, now: at('00:10', '2026-12-01') }, '0')?.stopIds).toContain('antingN')
    expect(directionOf(opened, '0')?.stopIds).not.toContain('antingN')
  })
})

test('a scheme is true to the places, within its box and north up', () => {
  const points = schemeOf(network.stops, 2)
  for (const { x, y } of points) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-9)
    expect(Math.max(x, y)).toBeLessThanOrEqual(1 + 1e-9)
  }
  const of = (id: string) => points.find(({ stopId }) => stopId === id) ?? { x: 0, y: 0 }
  expect(of('antingN').y).toBeLessThan(of('anting').y)
  expect(of('caoan').x).toBeGreaterThan(of('anting').x)
})
