import { busPlace, percentOf } from '@/rooms/selfservice/shuttle/alongWay'

const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00+08:00`)
const way = (own: number, ...clocks: (string | null)[]) => ({
  own,
  stops: clocks.map(clock => ({ name: '安亭', at: clock === null ? null : at(clock) })),
})

test('my stop stands in the middle of the line, whatever is before it and after it', () => {
  const early = way(1, '07:30', '07:40', '07:50', '08:00', '08:10')
  expect([0, 1, 2, 3, 4].map(place => Math.round(percentOf(place, early)))).toEqual([0, 50, 67, 83, 100])
})

test('where the bus begins at my stop, the line begins there', () => {
  const first = way(0, '07:30', '07:40', '07:50')
  expect([0, 1, 2].map(place => percentOf(place, first))).toEqual([0, 50, 100])
})

test.each([
  ['before it leaves', '07:29', null],
  ['as it leaves', '07:30', 0],
  ['half way to the second stop', '07:35', 0.5],
  ['past a stop where it does not stop', '07:50', 2],
  ['as it arrives', '08:00', null],
])('the bus %s', (_when, now, expected) => {
  expect(busPlace(way(1, '07:30', '07:40', null, '08:00'), at(now))).toBe(expected)
})
