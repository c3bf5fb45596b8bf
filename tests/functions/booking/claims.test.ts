import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import {
  BOOKING_CLOCK,
  inState,
  joinEvent,
  leave,
  NOW,
  newEvent,
  newGuest,
  newGuests,
  sessionIn,
  startBookingCloud,
  tendLater,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { atHome, newBuyer, newProduct, overtaken, redeem } from '../../support/mallWorld'
import type { TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud({ workers: 1 })
})
afterAll(() => cloud.close())
afterEach(async () => {
  await cloud.fault({ clear: true })
  await cloud.clock(BOOKING_CLOCK)
})

const clockAt = (at: number) => cloud.clock(new Date(at).toISOString())

/** Somebody whose seats are reserved while their command died. */
async function reserved(eventId: string, guest: TestPerson, requestId: string): Promise<void> {
  await cloud.fault({ database: { action: 'database.startTransaction', mode: 'fail' } })
  await joinEvent(cloud, guest, eventId, {}, requestId)
  expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1 })
}

test('seats of a try that died are not those of another one, until they are settled', async () => {
  const eventId = await newEvent(cloud, { capacity: 5, partyMax: 3 })
  const guest = await newGuest(cloud)
  await reserved(eventId, guest, 'died-with-a-seat')
  const three = { party: 3, guests: ['来宾甲', '来宾乙'] }
  expectError('union.joinEvent', await joinEvent(cloud, guest, eventId, three), 'TOO_BUSY')
  expectError('union.joinEvent', await joinEvent(cloud, guest, eventId), 'TOO_BUSY')
  expect(await wrongIn(cloud, eventId)).toEqual([])
  await tendLater(cloud)
  expect(expectData(await joinEvent(cloud, guest, eventId, three)).state).toBe('confirmed')
  expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 3 })
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('whoever cannot pay holds no seat, however often they try', async () => {
  const eventId = await newEvent(cloud, { capacity: 1, fee: 30 })
  const [poor, rich] = [await newBuyer(cloud, 10), await newBuyer(cloud, 100)]
  for (let minute = 0; minute < 4; minute += 1) {
    await clockAt(NOW + minute * MINUTE_MS)
    expectError('union.joinEvent', await joinEvent(cloud, poor, eventId), 'COIN_NOT_ENOUGH')
    expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 0, reservations: [] })
    await cloud.timer('booking', 'tend')
  }
  expect(expectData(await joinEvent(cloud, rich, eventId))).toEqual(expect.objectContaining({ balance: 70 }))
  expect(expectData(await joinEvent(cloud, poor, eventId)).state).toBe('waiting')
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('a seat comes free at once where its coins went while it was being taken, and its command is over', async () => {
  const eventId = await newEvent(cloud, { capacity: 1, fee: 30 })
  const [first, second] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  const goods = await newProduct(cloud, { stock: 1 })
  const tap = () => joinEvent(cloud, first, eventId, {}, 'spent-meanwhile')
  const reply = await overtaken(cloud, tap, async () => {
    expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1 })
    expectData(await redeem(cloud, first, goods, { delivery: atHome }))
  })
  expectError('union.joinEvent', reply, 'COIN_NOT_ENOUGH')
  expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 0, reservations: [] })
  expect(expectData(await joinEvent(cloud, second, eventId)).state).toBe('confirmed')
  expectError('union.joinEvent', await tap(), 'COIN_NOT_ENOUGH')
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('whoever was killed with a seat gets it, however many have queued up since', async () => {
  const eventId = await newEvent(cloud, { capacity: 1 })
  const [first, second] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  await reserved(eventId, first, 'killed-with-a-seat')
  expect(expectData(await joinEvent(cloud, second, eventId)).state).toBe('waiting')
  const retried = await joinEvent(cloud, first, eventId, {}, 'killed-with-a-seat')
  expect(expectData(retried).state).toBe('confirmed')
  await tendLater(cloud)
  expect(await inState(cloud, eventId, 'waiting')).toHaveLength(1)
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('a reservation that may be settled any moment is gone on with by nobody', async () => {
  const eventId = await newEvent(cloud, { capacity: 1 })
  const guest = await newGuest(cloud)
  await reserved(eventId, guest, 'late-retry-0001')
  await clockAt(NOW + 2.5 * MINUTE_MS)
  const late = await joinEvent(cloud, guest, eventId, {}, 'late-retry-0001')
  expectError('union.joinEvent', late, 'TOO_BUSY')
  await tendLater(cloud)
  expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 0 })
  const last = await joinEvent(cloud, guest, eventId, {}, 'late-retry-0001')
  expect(expectData(last).state).toBe('confirmed')
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('a seat that nobody took before the deadline is whoever’s comes, though others still wait', async () => {
  const startsAt = NOW + 4 * DAY_MS
  const eventId = await newEvent(cloud, { capacity: 1, joinUntil: startsAt, cancelUntil: NOW + HOUR_MS })
  const guests = (await newGuests(cloud, 4)) as [TestPerson, TestPerson, TestPerson, TestPerson]
  for (const guest of guests.slice(0, 3)) expectData(await joinEvent(cloud, guest, eventId))
  expectData(await leave(cloud, guests[0], eventId))
  expect(await inState(cloud, eventId, 'offered')).toMatchObject([{ offerExpiresAt: NOW + HOUR_MS }])
  await tendLater(cloud, NOW + HOUR_MS)
  await clockAt(NOW + 2 * HOUR_MS)
  expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 0 })
  expect(expectData(await joinEvent(cloud, guests[3], eventId)).state).toBe('confirmed')
  expect(await wrongIn(cloud, eventId)).toEqual([])
})
