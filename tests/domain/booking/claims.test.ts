import { claimOf, RESERVATION_LIFE_MS, turnKey } from '@domain/booking/seats'
import { MINUTE_MS } from '@domain/kernel/time'

const key = turnKey('event:VC1', 1)
const made = 1_000
const receiptId = 'wx-guest.first'
const taken = { key, placeId: 'event:VC1', turn: 1, party: 2, receiptId }
const reservation = { ...taken, expiresAt: made + RESERVATION_LIFE_MS }
const lastGoodAt = reservation.expiresAt - MINUTE_MS - 1

it.each([
  ['nothing is reserved for another turn', 'none', { key: turnKey('event:VC1', 2), party: 2, now: made }],
  ['the same number of seats is its own', 'good', { key, party: 2, now: made }],
  ['those of another command are not', 'bad', { key, party: 2, now: made, receiptId: 'wx-guest.second' }],
  ['another number of seats is not', 'bad', { key, party: 3, now: made }],
  ['an execution may still end in time', 'good', { key, party: 2, now: lastGoodAt }],
  ['it may be settled before that', 'bad', { key, party: 2, now: lastGoodAt + 1 }],
])('%s: %s', (_what, worth, wanted) => {
  expect(claimOf([reservation], { receiptId, ...wanted })).toBe(worth)
})
