import { answererOf, mayCorrect, type Telling, whatToTell } from '@domain/booking/checkIn'
import type { PlaceState } from '@domain/booking/place'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'

const endsAt = Date.parse('2026-11-28T12:00:00+08:00')
const cancelUntil = endsAt - DAY_MS

const claim = { employeeId: 'VC1', state: 'absent', told: { what: 'came' } } as const
const event = { kind: 'event', endsAt } as const
const reader = { own: ['VC2'], now: endsAt + HOUR_MS }
test.each([
  ['somebody says that they were there', claim, event, reader, 'host'],
  ['it is the host who says so', claim, event, { ...reader, own: ['VC1', 'VC2'] }, 'another'],
  ['nobody says so', { ...claim, told: { what: 'cannot' } }, event, reader, null],
  ['it is answered', { ...claim, told: { ...claim.told, answer: {} } }, event, reader, null],
  ['they were let in meanwhile', { ...claim, state: 'attended' }, event, reader, null],
  ['it can be corrected no more', claim, event, { ...reader, now: endsAt + 7 * DAY_MS }, null],
  ['it is no event', claim, { ...event, kind: 'visit' }, reader, null],
] as const)('where %s', (_where, place, session, asked, answerer) => {
  expect(answererOf(place, session, asked)).toBe(answerer)
})

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
