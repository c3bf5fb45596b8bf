import { DAY_MS, dayOf, startOfDay } from '@domain/kernel/time'
import {
  clockOf,
  departuresOn,
  type LineSheet,
  nextDepartures,
  wayOfDeparture,
} from '@domain/selfservice/departures'
import type { Line, Trip } from '@domain/selfservice/network'
import { daysBetween, runsOn } from '@domain/selfservice/serviceDays'
import fc from 'fast-check'
import { line3, network, trip } from '../../support/shuttleNetwork'

const FROM = '2026-11-20'

function sheetOf(line: Line, untilOn = '2026-12-10', fromOn = FROM): LineSheet {
  return {
    editions: [{ number: 6, effectiveOn: '2026-01-01', directions: line.directions }],
    days: daysBetween(fromOn, untilOn).map(on => ({
      on,
      edition: 6,
      serviceIds: network.services.filter(service => runsOn(service, on)).map(one => one.serviceId),
    })),
  }
}

const at = (on: string, clock: string) => Date.parse(`${on}T${clock}:00+08:00`)
const told = (departures: readonly { at: number; seconds: number }[]) =>
  departures.map(one => `${dayOf(one.at)} ${clockOf(one.seconds)}`)

describe('the next bus from my stop', () => {
  const here = { directionId: '0', stopId: 'anting' }
  const home = { directionId: '1', stopId: 'anting' }
  // 24 November 2026 is a Tuesday, the 27th a Friday.
  test.each([
    ['in the morning', here, at('2026-11-24', '07:40'), '2026-11-24 7:52'],
    ['at the very minute', here, at('2026-11-24', '07:52'), '2026-11-24 7:52'],
    ['a minute later', here, at('2026-11-24', '07:53'), '2026-11-24 8:07'],
    ['when the last one is gone', here, at('2026-11-24', '08:08'), '2026-11-25 7:32'],
    ['on a Friday evening', here, at('2026-11-27', '20:00'), '2026-11-28 9:20'],
    ['shortly before midnight', home, at('2026-11-24', '23:50'), '2026-11-25 0:37'],
    ['after midnight', home, at('2026-11-25', '00:30'), '2026-11-25 0:37'],
    ['after midnight on a Saturday', home, at('2026-11-28', '00:30'), '2026-11-28 0:37'],
    ['after midnight on a Sunday', home, at('2026-11-29', '00:30'), '2026-11-30 17:57'],
  ])('%s', (_when, from, now, expected) => {
    expect(told(nextDepartures(sheetOf(line3), from, now, 1))).toEqual([expected])
  })

  it('is not one that does not stop here', () => {
    const boyuan = departuresOn(sheetOf(line3), '2026-11-24', '0', 'boyuan')
    expect(told(boyuan)).toEqual(['2026-11-24 7:41', '2026-11-24 8:01'])
  })

  it('is not one that ends here', () => {
    expect(departuresOn(sheetOf(line3), '2026-11-24', '0', 'east')).toEqual([])
  })

  it('comes twice where a loop passes twice', () => {
    const loop: Line = {
      ...line3,
      directions: [
        {
          directionId: '0',
          headsign: '环线',
          stopIds: ['anting', 'boyuan', 'anting', 'east'],
          trips: [trip('loop', 'workdays', '8:00 8:10 8:20 8:30')],
        },
      ],
    }
    const leaving = departuresOn(sheetOf(loop), '2026-11-24', '0', 'anting')
    expect(told(leaving)).toEqual(['2026-11-24 8:00', '2026-11-24 8:20'])
  })

  it('knows its way: where it stops, where it does not, and when it arrives at the end', () => {
    const waits: Trip = { ...trip('L3-3', 'workdays', '7:47 8:07 - 8:22') }
    waits.calls[3] = [8 * 3_600 + 22 * 60, 8 * 3_600 + 30 * 60]
    const [there, back] = line3.directions as [Line['directions'][0], Line['directions'][0]]
    const sheet = sheetOf({ ...line3, directions: [{ ...there, trips: [waits] }, back] })
    const [next] = nextDepartures(sheet, here, at('2026-11-24', '08:00'), 1)
    expect(next && wayOfDeparture(sheet, next, '0')).toEqual([
      { stopId: 'caoan', at: at('2026-11-24', '07:47') },
      { stopId: 'anting', at: at('2026-11-24', '08:07') },
      { stopId: 'boyuan', at: null },
      { stopId: 'east', at: at('2026-11-24', '08:22') },
    ])
  })

  it('goes by the version of its own service day, also after midnight', () => {
    const [there, back] = line3.directions
    const later = { ...back, trips: [trip('L3-52', 'workdays', '25:20 25:28 25:37 25:57')] }
    const sheet = sheetOf(line3)
    const changed: LineSheet = {
      editions: [
        ...sheet.editions,
        { number: 7, effectiveOn: '2026-12-01', directions: [there, later] as Line['directions'] },
      ],
      days: sheet.days.map(day => (day.on >= '2026-12-01' ? { ...day, edition: 7 } : day)),
    }
    expect(told(nextDepartures(changed, home, at('2026-12-01', '00:10'), 2))).toEqual([
      '2026-12-01 0:37',
      '2026-12-02 1:37',
    ])
  })

  it('is never in the past, and none that leaves before it is left out', () => {
    const clock = fc.integer({ min: 0, max: 47 * 3_600 })
    const trips = fc.uniqueArray(clock, { minLength: 1, maxLength: 12 }).map(starts =>
      starts.map((start, index): Trip => {
        const calls = [0, 300, 900].map((after): [number, number] => [start + after, start + after])
        return { tripId: `t${index}`, serviceId: index % 2 ? 'workdays' : 'weekends', headsign: '', calls }
      }),
    )
    const moment = fc.integer({ min: 0, max: 15 * DAY_MS })
    fc.assert(
      fc.property(trips, moment, (all, after) => {
        const stopIds = ['caoan', 'anting', 'east']
        const line: Line = { ...line3, directions: [{ directionId: '0', headsign: '', stopIds, trips: all }] }
        const sheet = sheetOf(line, '2026-12-20', '2026-11-19')
        const now = startOfDay(FROM) + after
        const [next] = nextDepartures(sheet, here, now, 1)
        const every = sheet.days.flatMap(({ on }) =>
          all
            .filter(({ serviceId }) => {
              const service = network.services.find(one => one.serviceId === serviceId)
              return service !== undefined && runsOn(service, on)
            })
            .map(({ calls }) => startOfDay(on) + (calls[1]?.[1] ?? 0) * 1_000),
        )
        const first = Math.min(...every.filter(leaves => leaves >= now))
        expect(next?.at ?? Number.POSITIVE_INFINITY).toBe(first)
      }),
    )
  })
})
