import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { PlaceDocument } from '../../../cloudfunctions/booking/store'
import {
  BOOKING_CLOCK,
  forgetBookings,
  inState,
  joinEvent,
  NOW,
  newEvent,
  newGuests,
  placesIn,
  sessionIn,
  startBookingCloud,
  versionOf,
} from '../../support/bookingWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { changePerson, people, type TestPerson } from '../../support/people'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(async () => {
  await cloud.clock(BOOKING_CLOCK)
  await forgetBookings(cloud)
})

const STARTS_AT = NOW + 4 * DAY_MS
/** Before all guests in every order. */
const FIRST = 'VC000000'

const RESERVED = { key: 'broken', placeId: 'nobody', turn: 1, party: 1, expiresAt: 0 }

const tendAt = async (at: number) => {
  await cloud.clock(new Date(at).toISOString())
  await cloud.timer('booking', 'tend')
}

/** A place that no step can be written to, ahead of everybody else's. */
async function brokenPlace(sessionId: string, more: Partial<PlaceDocument> = {}): Promise<void> {
  const [place] = await placesIn(cloud, sessionId)
  const own = { employeeId: FIRST, queueKey: '00', listKey: `broken ${sessionId}` }
  const broken = { ...place, _id: `${sessionId}:${FIRST}`, ...own, trail: null, ...more }
  await cloud.engine.insertMany('booking_places', [broken])
}

test('a place that always fails stops no change: not of its own session, not of others', async () => {
  const [calledOff, moved] = [await newEvent(cloud), await newEvent(cloud)]
  const [first, second, third] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
  expectData(await joinEvent(cloud, first, calledOff))
  await brokenPlace(calledOff)
  expectData(await joinEvent(cloud, second, calledOff))
  expectData(await joinEvent(cloud, third, moved))
  const off = { eventId: calledOff, reason: '台风' }
  expectData(await cloud.call(people.tang.openid, 'union.callOffEvent', off))
  const edit = {
    ...{ eventId: moved, version: await versionOf(cloud, moved), title: '滴水湖环湖骑行' },
    body: paragraphsOf('沿湖一圈，慢慢骑。'),
    venue: { name: '世纪公园 7 号门' },
    ...{ startsAt: STARTS_AT, endsAt: STARTS_AT + 2 * HOUR_MS, joinUntil: STARTS_AT },
    ...{ cancelUntil: STARTS_AT - DAY_MS, capacity: 30 },
  }
  expectData(await cloud.call(people.tang.openid, 'union.editEvent', edit))
  await tendAt(NOW + MINUTE_MS)
  expect(await inState(cloud, calledOff, 'calledOff')).toHaveLength(2)
  expect(await inState(cloud, moved, 'confirmed')).toMatchObject([{ venue: '世纪公园 7 号门' }])
})

test('nobody is left waiting past the deadline because of a place that fails', async () => {
  const eventId = await newEvent(cloud, { capacity: 1 })
  const [seated, waits] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  expectData(await joinEvent(cloud, seated, eventId))
  await brokenPlace(eventId, { state: 'waiting', seats: 'none' })
  expectData(await joinEvent(cloud, waits, eventId))
  await tendAt(STARTS_AT - DAY_MS)
  expect(await inState(cloud, eventId, 'unseated')).toMatchObject([{ employeeId: waits.employeeId }])
  expect((await noticesTo(cloud, waits)).map(({ title }) => title)).toEqual(['没排上：滴水湖环湖骑行'])
})

test('what a leaver holds goes back, also where one of their places fails', async () => {
  const [eventId, other] = [await newEvent(cloud), await newEvent(cloud)]
  const [leaver] = (await newGuests(cloud, 1)) as [TestPerson]
  for (const each of [eventId, other]) expectData(await joinEvent(cloud, leaver, each))
  const { employeeId } = leaver
  await brokenPlace(other, { employeeId, _id: `${other}:${FIRST}`, endsAt: NOW + HOUR_MS })
  await changePerson(cloud.engine, leaver, { status: 'left', parting: ['booking'] })
  await tendAt(NOW + MINUTE_MS)
  for (const each of [eventId, other]) {
    expect(await inState(cloud, each, 'cancelled')).toMatchObject([{ employeeId, seats: 'none' }])
    expect(await sessionIn(cloud, each)).toMatchObject({ taken: 0 })
  }
})

test('seats that are due go back, also behind those that cannot', async () => {
  const [broken, fine] = [await newEvent(cloud), await newEvent(cloud)].sort() as [string, string]
  const due = { state: 'cancelled', seats: 'due' } as const
  for (const [sessionId, guest] of [
    [broken, FIRST],
    [fine, 'VC999999'],
  ] as const) {
    const [other] = (await newGuests(cloud, 1)) as [TestPerson]
    expectData(await joinEvent(cloud, other, sessionId))
    await brokenPlace(sessionId, { ...due, employeeId: guest, _id: `${sessionId}:${guest}` })
  }
  await cloud.engine.execute('database.modifyDocument', {
    collectionName: 'booking_sessions',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: broken }),
    data: JSON.stringify({ $set: { taken: 'many', reservations: [RESERVED] } }),
    ...{ merge: true, multi: false, upsert: false },
  })
  await tendAt(NOW + 4 * MINUTE_MS)
  expect(await sessionIn(cloud, fine)).toMatchObject({ taken: 0, reservations: [] })
  expect(await inState(cloud, fine, 'cancelled')).toMatchObject([{ seats: 'none' }])
})
