import type { Line, Network } from '@domain/selfservice/network'
import { problemsOf } from '@domain/selfservice/validity'
import fc from 'fast-check'
import { line3, network, seconds, trip } from '../../support/shuttleNetwork'

const [there, back] = line3.directions as [Line['directions'][0], Line['directions'][0]]
const withLine = (line: Line): Network => ({ ...network, lines: [line] })
const withThere = (part: Partial<typeof there>) =>
  withLine({ ...line3, directions: [{ ...there, ...part }, back] })
const withTrip = (clocks: string, serviceId = 'workdays') =>
  withThere({ trips: [trip('new', serviceId, clocks)] })

describe('a timetable', () => {
  it('that is right has no problems', () => {
    expect(problemsOf(network)).toEqual([])
  })

  test.each<[string, Network, string, string]>([
    ['times that fall', withTrip('7:32 7:31 8:01 8:09'), 'lines.0.directions.0.trips.0.calls.1', 'timesFall'],
    ['one call', withTrip('7:32 - - -'), 'lines.0.directions.0.trips.0.calls', 'fewCalls'],
    ['a call too few', withTrip('7:32 7:52 8:01'), 'lines.0.directions.0.trips.0.calls', 'callsWrong'],
    ['48:00', withTrip('7:32 7:52 8:01 48:00'), 'lines.0.directions.0.trips.0.calls.3', 'tooLate'],
    [
      'a service that is not there',
      withTrip('7:32 7:52 8:01 8:09', 'moondays'),
      'lines.0.directions.0.trips.0.serviceId',
      'serviceMissing',
    ],
    [
      'a stop that is not there',
      withThere({ stopIds: ['caoan', 'anting', 'atlantis', 'east'] }),
      'lines.0.directions.0.stopIds.2',
      'stopMissing',
    ],
    [
      'two trips alike',
      withThere({ trips: [trip('a', 'workdays', '7:32 - - 8:09'), trip('b', 'workdays', '7:32 - - 8:09')] }),
      'lines.0.directions.0.trips.1',
      'tripsAlike',
    ],
    [
      'two trips of a loop that only its columns tell apart',
      withThere({
        stopIds: ['caoan', 'east', 'caoan', 'east'],
        trips: [trip('a', 'workdays', '7:32 8:09 - -'), trip('b', 'workdays', '- - 7:32 8:09')],
      }),
      'lines.0.directions.0.trips.1',
      'tripsAlike',
    ],
    ['a way without a bus', withThere({ trips: [] }), 'lines.0.directions.0.trips', 'noTrips'],
    [
      'a trip twice',
      withThere({ trips: [trip('a', 'workdays', '7:32 - - 8:09'), trip('a', 'workdays', '7:33 - - 8:09')] }),
      'lines.0.directions',
      'tripTwice',
    ],
    [
      'a direction twice',
      withLine({ ...line3, directions: [there, there] }),
      'lines.0.directions',
      'directionTwice',
    ],
    ['no direction', withLine({ ...line3, directions: [] }), 'lines.0.directions', 'noDirection'],
    ['nobody’s buses', withLine({ ...line3, agencyId: 'moon' }), 'lines.0.agencyId', 'agencyMissing'],
    ['a line twice', { ...network, lines: [line3, line3] }, 'lines', 'lineTwice'],
    ['a stop twice', { ...network, stops: [...network.stops, ...network.stops] }, 'stops.5', 'stopTwice'],
    [
      'a period that ends before it begins',
      { ...network, services: network.services.map(one => ({ ...one, untilOn: '2025-01-01' })) },
      'services.0.untilOn',
      'periodWrong',
    ],
  ])('with %s says where', (_what, wrong, path, code) => {
    expect(problemsOf(wrong)).toContainEqual({ path, code })
  })

  it('lets times rise along a line and never fall', () => {
    const clocks = fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(clocks, minutes => {
        const calls = minutes.map((minute): [number, number] => [minute * 60, minute * 60])
        const found = problemsOf(
          withThere({ trips: [{ ...trip('new', 'workdays', '1:00 - - 2:00'), calls }] }),
        )
        const rises = minutes.every((minute, at) => at === 0 || minute >= (minutes[at - 1] ?? 0))
        expect(found.some(({ code }) => code === 'timesFall')).toBe(!rises)
      }),
    )
  })

  it('counts 24:20 as later than 23:50', () => {
    expect(seconds('24:20')).toBeGreaterThan(seconds('23:50'))
    expect(problemsOf(withTrip('23:50 24:20 24:30 24:40'))).toEqual([])
  })
})
