import {
  type BookingRules,
  horizonOf,
  isUpcoming,
  pausedUntil,
  refusalOf,
  slotStateOf,
} from '@domain/booking/bookingRules'
import { assertClosureTimes, heldUntil, isClosedBy, nearestFirst, shelterDays } from '@domain/booking/closure'
import { matchesVisitor } from '@domain/booking/deskSearch'
import { placeStates } from '@domain/booking/place'
import { figuresOf } from '@domain/booking/statistics'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'

const now = Date.parse('2026-11-24T12:00:00+08:00')
const rules: BookingRules = {
  seats: 30,
  partyMax: 5,
  noticeMinutes: 120,
  horizonDays: 7,
  upcomingMax: 2,
  cancelMinutes: 720,
  absencesMax: 2,
  absencesWithinDays: 90,
}
const slot = (startsAt: number, closedBecause: string | null = null) => ({
  startsAt,
  endsAt: startsAt + HOUR_MS,
  closedBecause,
})
const horizon = horizonOf(now, rules)

describe('a slot', () => {
  test.each([
    ['that does not exist', null, 'BOOKING_SLOT_MISSING'],
    ['that is closed', slot(now + DAY_MS, '检修'), 'BOOKING_SLOT_CLOSED'],
    ['two hours ahead', slot(now + 2 * HOUR_MS), 'BOOKING_NOTICE_TOO_SHORT'],
    ['a millisecond later', slot(now + 2 * HOUR_MS + 1), null],
    ['in the last millisecond of the last day', slot(horizon - 1), null],
    ['at the end of that day', slot(horizon), 'BOOKING_BEYOND_HORIZON'],
  ])('%s is refused with %#', (_what, asked, expected) => {
    expect(refusalOf(asked, rules, now)).toBe(expected)
  })

  test.each([
    ['over', slot(now), 3],
    ['closed', slot(now + DAY_MS, '检修'), 3],
    ['tooSoon', slot(now + HOUR_MS), 3],
    ['full', slot(now + DAY_MS), 0],
    ['free', slot(now + DAY_MS), 1],
  ])('is shown as %s', (state, shown, left) => {
    expect(slotStateOf(shown, rules, left, now)).toBe(state)
  })

  it('can be booked exactly where it is shown as free or full, within the horizon', () => {
    for (let hours = -2; hours < 24 * 9; hours += 1) {
      const asked = slot(now + hours * HOUR_MS)
      const isShown = ['free', 'full'].includes(slotStateOf(asked, rules, 1, now)) && asked.startsAt < horizon
      expect(refusalOf(asked, rules, now) === null).toBe(isShown)
    }
  })
})

test('what is confirmed, waits or is offered counts until it ends', () => {
  const endsAt = now + 1
  expect(placeStates.filter(state => isUpcoming({ state, endsAt }, now))).toEqual([
    'confirmed',
    'waiting',
    'offered',
  ])
  expect(isUpcoming({ state: 'confirmed', endsAt: now }, now)).toBe(false)
})

test.each([
  ['none', [], null],
  ['one', [1], null],
  ['two', [10, 30], 60],
  ['three, the oldest of which does not matter', [10, 30, 80], 60],
  ['two, one of them too long ago', [10, 91], null],
])('absences: %s', (_what, daysAgo, pausedDays) => {
  const absences = daysAgo.map(days => now - days * DAY_MS)
  expect(pausedUntil(absences, rules, now)).toBe(pausedDays === null ? null : now + pausedDays * DAY_MS)
})

describe('a closure', () => {
  const day = { fromAt: now + DAY_MS, untilAt: now + 2 * DAY_MS }

  it.each([
    ['yesterday', { ...day, fromAt: now - DAY_MS }],
    ['ending before it begins', { ...day, untilAt: day.fromAt }],
    ['over', { fromAt: now - HOUR_MS, untilAt: now }],
    ['longer than three months', { ...day, untilAt: day.fromAt + 93 * DAY_MS }],
  ])('%s is refused', (_what, times) => {
    expect(() => assertClosureTimes(times, now)).toThrow('BOOKING_TIMES_WRONG')
  })

  it('may begin today and closes what has not begun', () => {
    expect(() => assertClosureTimes({ fromAt: now - HOUR_MS, untilAt: now + HOUR_MS }, now)).not.toThrow()
    const times = { fromAt: now - HOUR_MS, untilAt: now + HOUR_MS }
    expect(isClosedBy(slot(now), times, now)).toBe(false)
    expect(isClosedBy(slot(now + MINUTE_MS), times, now)).toBe(true)
    expect(isClosedBy(slot(now + HOUR_MS), times, now)).toBe(false)
  })

  const at = (clock: string) => Date.parse(`2026-${clock}:00+08:00`)
  const saturday = at('11-28T10:30')

  it.each([
    ['the next day rather than the evening before', ['11-27T18:00', '11-29T10:30'], '11-29T10:30'],
    ['the next day rather than weeks later', ['12-05T10:30', '11-29T13:00'], '11-29T13:00'],
    ['another hour of the day rather than another day', ['11-29T10:30', '11-28T16:30'], '11-28T16:30'],
    ['the nearest time of the day', ['11-29T13:00', '11-29T09:00'], '11-29T09:00'],
    ['the later of two days', ['11-27T10:30', '11-29T10:30'], '11-29T10:30'],
    ['the later of two hours', ['11-29T09:30', '11-29T11:30'], '11-29T11:30'],
    ['the day before where nothing else is near', ['11-27T10:30', '11-30T10:30'], '11-27T10:30'],
  ])('moves a booking to %s', (_what, clocks, best) => {
    const slots = clocks.map(clock => ({ startsAt: at(clock) }))
    for (const order of [slots, [...slots].reverse()])
      expect(nearestFirst(saturday, order)[0]).toEqual({ startsAt: at(best) })
  })

  it('moves within four weeks, and into no day that is over', () => {
    expect(shelterDays(saturday, now)).toEqual({ fromAt: at('11-24T00:00'), untilAt: at('12-27T00:00') })
    expect(shelterDays(at('12-30T10:30'), now).fromAt).toBe(at('12-02T00:00'))
  })

  it('holds a seat for three days, or until it could not be given up any more', () => {
    expect(heldUntil(now, now + 10 * DAY_MS)).toBe(now + 3 * DAY_MS)
    expect(heldUntil(now, now + DAY_MS)).toBe(now + DAY_MS)
    expect(heldUntil(now, now + 12 * HOUR_MS - 1)).toBeNull()
  })
})

describe('the search of the desk', () => {
  const visitor = {
    person: { employeeId: 'VC018842', name: '林晓川' },
    guests: ['小明'],
    shortCode: '0427',
    spelling: 'lin xiao chuan',
  }
  test.each([
    ['', true],
    ['晓川', true],
    ['小明', true],
    ['vc0188', true],
    ['0427', true],
    ['lxc', true],
    ['linxc', true],
    ['Lin Xiao', true],
    ['xiaoch', true],
    ['xch', false],
    ['042', false],
    ['赵', false],
  ])('for %j finds the visitor: %p', (typed, expected) => {
    expect(matchesVisitor(visitor, typed)).toBe(expected)
  })
})

test('every figure says what it counts, and divides by nothing nowhere', () => {
  const none = { sessions: 0, seats: 0, bookings: 0, taken: 0, guests: 0 }
  const empty = figuresOf({ ...none, attendedBookings: 0, attendedGuests: 0, scores: 0, scoreSum: 0 })
  expect(empty.filter(({ value }) => value === null).map(({ key }) => key)).toEqual([
    'attendance',
    'noShow',
    'fill',
    'score',
  ])
  const some = figuresOf({
    ...{ sessions: 4, seats: 80, bookings: 10, guests: 26, attendedBookings: 9, attendedGuests: 18 },
    // Three came in each of three cars.
    taken: 20,
    scores: 2,
    scoreSum: 9,
  })
  expect(Object.fromEntries(some.map(({ key, value }) => [key, value]))).toEqual({
    visits: 10,
    guests: 18,
    attendance: 0.9,
    noShow: 0.1,
    fill: 0.25,
    sessions: 4,
    score: 4.5,
  })
  for (const { definition } of some) expect(definition.length).toBeGreaterThan(8)
})
