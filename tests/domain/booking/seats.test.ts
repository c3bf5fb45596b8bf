import { attendedAt, isDoorOpen } from '@domain/booking/checkIn'
import { OFFER_LIFE_MS_MAX, offerExpiry } from '@domain/booking/offer'
import { auditSeats } from '@domain/booking/seatAudit'
import {
  nextTurn,
  type Reservation,
  type Seated,
  type Seats,
  settlementOf,
  turnKey,
} from '@domain/booking/seats'
import { HOUR_MS, MINUTE_MS } from '@domain/kernel/time'

const at = Date.parse('2026-11-24T12:00:00+08:00')

describe('an offer', () => {
  it('is held for twelve hours', () => {
    expect(offerExpiry(at, at + 48 * HOUR_MS)).toBe(at + OFFER_LIFE_MS_MAX)
  })

  it('ends with the deadline for giving seats up', () => {
    expect(offerExpiry(at, at + 2 * HOUR_MS)).toBe(at + 2 * HOUR_MS)
  })

  it.each([0, -1, -HOUR_MS])('is not made %i ms after the deadline', ms => {
    expect(offerExpiry(at, at + ms)).toBeNull()
  })
})

describe('the door', () => {
  const session = { startsAt: at, endsAt: at + 2 * HOUR_MS }

  it.each([
    ['an hour and a millisecond before', -HOUR_MS - 1, false],
    ['an hour before', -HOUR_MS, true],
    ['at the last millisecond', 2 * HOUR_MS - 1, true],
    ['at the end', 2 * HOUR_MS, false],
  ])('is open %s: %p', (_when, ms, open) => {
    expect(isDoorOpen(session, at + ms)).toBe(open)
  })

  it('does not believe a phone that lives in the future or yesterday', () => {
    expect(attendedAt(session, at + 10 * HOUR_MS, at + MINUTE_MS)).toBe(at + MINUTE_MS)
    expect(attendedAt(session, at - 30 * HOUR_MS, at + MINUTE_MS)).toBe(at - HOUR_MS)
  })
})

const reservation = (placeId: string, turn: number, party = 1): Reservation => ({
  key: turnKey(placeId, turn),
  placeId,
  turn,
  party,
  expiresAt: at,
})

test('a reservation whose place has had the turn is forgotten, any other is released', () => {
  expect(nextTurn(null)).toBe(1)
  expect(nextTurn({ turn: 2 })).toBe(3)
  expect(settlementOf(reservation('p', 1), null)).toBe('release')
  expect(settlementOf(reservation('p', 2), { turn: 1 })).toBe('release')
  expect(settlementOf(reservation('p', 2), { turn: 2 })).toBe('forget')
  expect(settlementOf(reservation('p', 1), { turn: 2 })).toBe('forget')
})

describe('the audit of seats', () => {
  const session = (given: Partial<Seats>): Seats => ({
    capacity: 3,
    taken: 0,
    reservations: [],
    returned: [],
    ...given,
  })
  const place = (_id: string, given: Partial<Seated> & { state?: 'confirmed' | 'cancelled' }) => ({
    _id,
    turn: 1,
    party: 1,
    seats: 'held' as const,
    state: 'confirmed' as const,
    ...given,
  })

  it('counts seats held, seats under way, and seats that are still to go back', () => {
    const places = [place('a', { party: 2 }), place('b', { state: 'cancelled', seats: 'due' })]
    const books = session({ taken: 4, capacity: 4, reservations: [reservation('a', 1), reservation('c', 1)] })
    expect(auditSeats(books, places)).toEqual([])
    const back = session({
      taken: 3,
      returned: [{ key: turnKey('b', 1), placeId: 'b', turn: 1, forgetAt: at }],
    })
    expect(auditSeats({ ...back, reservations: books.reservations }, places)).toEqual([])
  })

  it('names a seat that was lost, one that was sold twice, and a place whose state and seats disagree', () => {
    expect(auditSeats(session({ taken: 1 }), [])).toEqual([{ of: 'seats', expected: 0, found: 1 }])
    const four = ['a', 'b', 'c', 'd'].map(id => place(id, {}))
    expect(auditSeats(session({ taken: 4 }), four)).toEqual([{ of: 'capacity', expected: 3, found: 4 }])
    expect(auditSeats(session({ taken: 0 }), [place('a', { seats: 'none' })])).toEqual([
      { of: 'a', expected: 1, found: 0 },
    ])
  })
})
