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
import { newBuyer } from '../../support/mallWorld'
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

test('seats of a try that failed are not those of another one for more people', async () => {
  const eventId = await newEvent(cloud, { capacity: 5, partyMax: 3, fee: 30 })
  const guest = await newBuyer(cloud, 10)
  expectError('union.joinEvent', await joinEvent(cloud, guest, eventId), 'COIN_NOT_ENOUGH')
  const three = { party: 3, guests: ['来宾甲', '来宾乙'] }
  expectError('union.joinEvent', await joinEvent(cloud, guest, eventId, three), 'TOO_BUSY')
  expect(await wrongIn(cloud, eventId)).toEqual([])
  await tendLater(cloud)
  expectError('union.joinEvent', await joinEvent(cloud, guest, eventId, three), 'COIN_NOT_ENOUGH')
  expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 3 })
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
