import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import { again } from '../../support/again'
import {
  BOOKING_CLOCK,
  inState,
  joinEvent,
  leave,
  NOW,
  newEvent,
  newGuests,
  sessionIn,
  tendLater,
  wrongIn,
} from '../../support/bookingWorld'
import { crowd } from '../../support/crowd'
import { expectData, expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, type TestPerson } from '../../support/people'
import { associations, noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: BOOKING_CLOCK, workers: 4 })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
})
afterAll(() => cloud.close())

/** So many come at once, each time the ones before have their answers. */
const WAVE = 8

const joinAll = (who: readonly TestPerson[], eventId: string) =>
  Promise.all(
    who.map(guest => {
      const requestId = `join-${eventId.slice(-6)}-${guest.employeeId}`
      return again(() => joinEvent(cloud, guest, eventId, {}, requestId))
    }),
  )

/** One after the other, each a second later: the queue goes by the time of reception. */
async function joinInTurn(who: readonly TestPerson[], eventId: string): Promise<void> {
  for (const [index, guest] of who.entries()) {
    await cloud.clock(new Date(NOW + index * SECOND_MS).toISOString())
    expectData(await joinEvent(cloud, guest, eventId))
  }
  await cloud.clock(BOOKING_CLOCK)
}

test('of 100 at once 30 are in and 70 wait in order; ten leave and the first ten get offers', async () => {
  const eventId = await newEvent(cloud, { capacity: 30 })
  const guests = await newGuests(cloud, 100)
  await crowd(cloud, 'booking_sessions', 36)
  const replies = (await joinAll(guests, eventId)).map(expectData)
  await cloud.fault({ clear: true })
  expect(replies.filter(({ state }) => state === 'confirmed')).toHaveLength(30)
  expect(replies.filter(({ state }) => state === 'waiting')).toHaveLength(70)
  expect(await wrongIn(cloud, eventId)).toEqual([])

  const queue = (await inState(cloud, eventId, 'waiting')).map(({ employeeId }) => employeeId)
  const seated = new Set((await inState(cloud, eventId, 'confirmed')).map(({ employeeId }) => employeeId))
  const leaving = guests.filter(({ employeeId }) => seated.has(employeeId)).slice(0, 10)
  const left = await Promise.all(
    leaving.map(guest => again(() => leave(cloud, guest, eventId, `leave-${guest.employeeId}`))),
  )
  expect(left.map(expectData)).toEqual(leaving.map(() => ({ state: 'cancelled', refunded: 0 })))
  await tendLater(cloud)

  const offered = await inState(cloud, eventId, 'offered')
  expect(offered.map(({ employeeId }) => employeeId)).toEqual(queue.slice(0, 10))
  expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 30 })
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('whoever had the answer that they wait before others asked is offered a seat before them', async () => {
  const eventId = await newEvent(cloud, { capacity: WAVE })
  const waves = [
    await newGuests(cloud, WAVE),
    await newGuests(cloud, WAVE),
    await newGuests(cloud, WAVE),
  ] as const
  for (const [index, wave] of waves.entries()) {
    await cloud.clock(new Date(NOW + index * SECOND_MS).toISOString())
    for (const reply of await joinAll(wave, eventId)) expectData(reply)
  }
  await cloud.clock(BOOKING_CLOCK)
  await Promise.all(
    waves[0].map(guest => again(() => leave(cloud, guest, eventId, `leave-${guest.employeeId}`))),
  )
  await tendLater(cloud)
  const offered = (await inState(cloud, eventId, 'offered')).map(({ employeeId }) => employeeId)
  expect(offered.sort()).toEqual(waves[1].map(({ employeeId }) => employeeId).sort())
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('an offer that nobody takes goes on to the next, and a taken one stays', async () => {
  const eventId = await newEvent(cloud, { capacity: 1 })
  const [first, second, third] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
  await joinInTurn([first, second, third], eventId)
  expectData(await leave(cloud, first, eventId))
  expect(await inState(cloud, eventId, 'offered')).toMatchObject([
    { employeeId: second.employeeId, offerExpiresAt: NOW + 12 * HOUR_MS },
  ])

  const later = NOW + 12 * HOUR_MS
  await cloud.clock(new Date(later).toISOString())
  await cloud.timer('booking', 'tend')
  expect(await inState(cloud, eventId, 'expired')).toMatchObject([{ employeeId: second.employeeId }])
  expect(await inState(cloud, eventId, 'offered')).toMatchObject([{ employeeId: third.employeeId }])
  const accepted = await cloud.call(third.openid, 'booking.acceptOffer', {
    placeId: `${eventId}:${third.employeeId}`,
  })
  expect(expectData(accepted)).toEqual({ state: 'confirmed', balance: null })
  await tendLater(cloud, later)
  expect(await inState(cloud, eventId, 'confirmed')).toMatchObject([{ employeeId: third.employeeId }])
  expect(await wrongIn(cloud, eventId)).toEqual([])
  await cloud.clock(BOOKING_CLOCK)
})

test('whoever comes while somebody waits queues up behind, also when a seat is free this moment', async () => {
  const eventId = await newEvent(cloud, { capacity: 2 })
  const guests = (await newGuests(cloud, 4)) as [TestPerson, TestPerson, TestPerson, TestPerson]
  const [first, , third, fourth] = guests
  await joinInTurn(guests.slice(0, 3), eventId)
  // The seat comes back, and the offering is killed before it has begun.
  await cloud.fault({ database: { collection: 'booking_sessions', mode: 'fail', after: 2 } })
  await leave(cloud, first, eventId)
  await cloud.fault({ clear: true })
  await cloud.clock(new Date(NOW + MINUTE_MS).toISOString())
  expect(expectData(await joinEvent(cloud, fourth, eventId)).state).toBe('waiting')
  await cloud.clock(BOOKING_CLOCK)
  await tendLater(cloud)
  expect(await inState(cloud, eventId, 'offered')).toMatchObject([{ employeeId: third.employeeId }])
  expect(await inState(cloud, eventId, 'waiting')).toMatchObject([{ employeeId: fourth.employeeId }])
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('a person taps ten times: one place, one seat', async () => {
  const eventId = await newEvent(cloud, { capacity: 5 })
  const [guest] = (await newGuests(cloud, 1)) as [TestPerson]
  await crowd(cloud, 'booking_sessions', 4)
  const taps = Array.from({ length: 10 }, () =>
    again(() => joinEvent(cloud, guest, eventId, {}, 'ten-taps-1')),
  )
  const states = new Set((await Promise.all(taps)).map(reply => JSON.stringify(expectData(reply))))
  await cloud.fault({ clear: true })
  expect(states.size).toBe(1)
  expect(await inState(cloud, eventId, 'confirmed')).toHaveLength(1)
  await tendLater(cloud)
  expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1, reservations: [] })
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('after the deadline nobody gives a seat up, and before it somebody who left may come again', async () => {
  const eventId = await newEvent(cloud, { capacity: 1 })
  const [guest] = (await newGuests(cloud, 1)) as [TestPerson]
  expectData(await joinEvent(cloud, guest, eventId))
  expectError('union.joinEvent', await joinEvent(cloud, guest, eventId), 'BOOKING_ALREADY_IN')
  expectData(await leave(cloud, guest, eventId))
  expectError('booking.leave', await leave(cloud, guest, eventId), 'BOOKING_TRANSITION_REFUSED')
  expect(expectData(await joinEvent(cloud, guest, eventId)).state).toBe('confirmed')
  const { cancelUntil } = await sessionIn(cloud, eventId)
  await cloud.clock(new Date(cancelUntil).toISOString())
  expectError('booking.leave', await leave(cloud, guest, eventId), 'BOOKING_TOO_LATE')
  await cloud.clock(BOOKING_CLOCK)
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('past the deadline nobody waits any more: who did is told, and nobody queues up for nothing', async () => {
  const eventId = await newEvent(cloud, { capacity: 1 })
  const [seated, waiting, late] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
  await joinInTurn([seated, waiting], eventId)
  const { cancelUntil } = await sessionIn(cloud, eventId)
  await tendLater(cloud, cancelUntil - 10 * MINUTE_MS)
  expect(await inState(cloud, eventId, 'waiting')).toHaveLength(1)

  await cloud.clock(new Date(cancelUntil).toISOString())
  expectError('union.joinEvent', await joinEvent(cloud, late, eventId), 'BOOKING_FULL')
  for (let run = 0; run < 2; run += 1) await cloud.timer('booking', 'tend')
  expect(await inState(cloud, eventId, 'unseated')).toMatchObject([{ employeeId: waiting.employeeId }])
  expect((await noticesTo(cloud, waiting)).map(({ title }) => title)).toEqual(['没排上：滴水湖环湖骑行'])
  expect(await sessionIn(cloud, eventId)).toMatchObject({ queueing: false, taken: 1 })
  expect(await noticesTo(cloud, late)).toEqual([])
  expect(await wrongIn(cloud, eventId)).toEqual([])
  await cloud.clock(BOOKING_CLOCK)
})
