import { mayCorrect, type Telling, whatToTell } from '@domain/booking/checkIn'
import type { PlaceState } from '@domain/booking/place'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'

const endsAt = Date.parse('2026-11-28T12:00:00+08:00')
const cancelUntil = endsAt - DAY_MS

test('somebody is written down as there from the end until a week after', () => {
  expect([-1, 0, 7 * DAY_MS - 1, 7 * DAY_MS].map(after => mayCorrect({ endsAt }, endsAt + after))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test.each<[PlaceState, number, Telling | null]>([
  ['confirmed', cancelUntil - 1, null],
  ['confirmed', cancelUntil, 'cannot'],
  ['confirmed', endsAt - 1, 'cannot'],
  ['confirmed', endsAt, 'came'],
  ['absent', endsAt + 13 * HOUR_MS, 'came'],
  ['absent', endsAt + 7 * DAY_MS, null],
  ['waiting', cancelUntil, null],
  ['attended', endsAt, null],
])('of a seat that is %s there is to tell at %d: %p', (state, now, told) => {
  expect(whatToTell({ state, cancelUntil, endsAt }, now)).toBe(told)
})
