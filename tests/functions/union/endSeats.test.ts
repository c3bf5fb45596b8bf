import { DAY_MS, MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import {
  inState,
  joinEvent,
  NOW,
  newEvent,
  placesIn,
  startBookingCloud,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import { type TestCloud, until } from '../../support/localCloud'
import { newBuyer } from '../../support/mallWorld'
import { associationIds, people, type TestPerson } from '../../support/people'
import { applyToPhoto, membershipIn, noticesTo } from '../../support/unionWorld'

const { tang } = people
const { photo } = associationIds
/** Until when a seat may be given up. */
const DEADLINE = NOW + 3 * DAY_MS

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(() => clockAt(NOW))

const clockAt = (at: number) => cloud.clock(new Date(at).toISOString())

const approve = async (membershipId: string) =>
  expectData(
    await cloud.call(tang.openid, 'union.decide', { membershipIds: [membershipId], decision: 'approve' }),
  )

async function members(count: number): Promise<TestPerson[]> {
  const found: TestPerson[] = []
  for (let index = 0; index < count; index += 1) {
    const who = await newBuyer(cloud, 100)
    await approve(await applyToPhoto(cloud, who))
    found.push(who)
  }
  return found
}

const membershipIdOf = ({ employeeId }: TestPerson) => `${photo}:${employeeId}`
const remove = async (who: TestPerson) => {
  const input = { membershipId: membershipIdOf(who), reason: '一年没有来' }
  expectData(await cloud.call(tang.openid, 'union.removeMember', input))
}
const leaveAssociation = async (who: TestPerson) =>
  expectData(await cloud.call(who.openid, 'union.leave', { associationId: photo }))

const tend = async (at: number) => {
  await clockAt(at)
  await cloud.timer('union', 'tend')
  await cloud.timer('booking', 'tend')
}
const titlesTo = async (who: TestPerson) => (await noticesTo(cloud, who)).map(({ title }) => title)
const stateOf = async (who: TestPerson, eventId: string) =>
  (await placesIn(cloud, eventId)).find(({ employeeId }) => employeeId === who.employeeId)?.state

test('who is removed has no seat among members any more: it goes on, the fee comes back, and they hear of it', async () => {
  const [first, second] = (await members(2)) as [TestPerson, TestPerson]
  const closed = await newEvent(cloud, { membersOnly: true, capacity: 1, fee: 30 })
  const open = await newEvent(cloud)
  for (const eventId of [closed, open]) expectData(await joinEvent(cloud, first, eventId))
  await clockAt(NOW + SECOND_MS)
  expectData(await joinEvent(cloud, second, closed))
  await remove(first)
  await tend(NOW + MINUTE_MS)

  expect(await inState(cloud, closed, 'cancelled')).toMatchObject([
    { employeeId: first.employeeId, paid: 0, seats: 'none' },
  ])
  expect(await inState(cloud, closed, 'offered')).toMatchObject([{ employeeId: second.employeeId }])
  expect(await stateOf(first, open)).toBe('confirmed')
  const told = (await noticesTo(cloud, first)).find(({ title }) => title.startsWith('名额让出去了'))
  expect(told).toMatchObject({
    title: '名额让出去了：滴水湖环湖骑行',
    body: '这场只面向光影摄影社的会员，你的名额给别的同事了。付过的 30 沃币已经退回。',
  })
  expect(await wrongIn(cloud, closed)).toEqual([])
})

test('nobody waits in a queue, or accepts an offer, who is no member any more', async () => {
  const [seated, offered, waits] = (await members(3)) as [TestPerson, TestPerson, TestPerson]
  const eventId = await newEvent(cloud, { membersOnly: true, capacity: 1 })
  for (const [seconds, who] of [seated, offered, waits].entries()) {
    await clockAt(NOW + seconds * SECOND_MS)
    expectData(await joinEvent(cloud, who, eventId))
  }
  expectData(await cloud.call(seated.openid, 'booking.leave', { placeId: `${eventId}:${seated.employeeId}` }))
  expect(await stateOf(offered, eventId)).toBe('offered')
  await remove(waits)
  await leaveAssociation(offered)
  await tend(NOW + MINUTE_MS)
  expect(await stateOf(waits, eventId)).toBe('cancelled')
  expect(await titlesTo(waits)).toContain('不用再等了：滴水湖环湖骑行')
  const accepting = { placeId: `${eventId}:${offered.employeeId}` }
  const accepted = await cloud.call(offered.openid, 'booking.acceptOffer', accepting)
  expectError('booking.acceptOffer', accepted, 'BOOKING_OFFER_EXPIRED')
  // Its end is told in place of the offer.
  expect((await noticesTo(cloud, offered)).filter(notice => notice.offer)).toEqual([])
  expect(await titlesTo(offered)).toContain('名额让出去了：滴水湖环湖骑行')
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('a place that is taken by who was about to when the membership ended is found as well', async () => {
  const [late] = (await members(1)) as [TestPerson]
  const eventId = await newEvent(cloud, { membersOnly: true })
  await remove(late)
  await tend(NOW + MINUTE_MS)
  // As a command that had seen the membership writes it.
  const [other] = (await members(1)) as [TestPerson]
  expectData(await joinEvent(cloud, other, eventId))
  const [place] = await placesIn(cloud, eventId)
  const own = {
    _id: `${eventId}:${late.employeeId}`,
    employeeId: late.employeeId,
    listKey: `late ${eventId}`,
  }
  await cloud.engine.insertMany('booking_places', [{ ...place, ...own }])
  await tend(NOW + 3 * MINUTE_MS)
  expect(await stateOf(late, eventId)).toBe('cancelled')
  expect(await stateOf(other, eventId)).toBe('confirmed')
  expect(await membershipIn(cloud, membershipIdOf(late))).toMatchObject({ seatsDueAt: null })
})

test('past the deadline whoever leaves by themselves gets no fee back, and who is removed does', async () => {
  const [leaves, removed] = (await members(2)) as [TestPerson, TestPerson]
  const eventId = await newEvent(cloud, { membersOnly: true, fee: 30 })
  for (const who of [leaves, removed]) expectData(await joinEvent(cloud, who, eventId))
  await clockAt(DEADLINE)
  await leaveAssociation(leaves)
  await remove(removed)
  await tend(DEADLINE + MINUTE_MS)
  const ended = await inState(cloud, eventId, 'cancelled')
  const paidBy = (who: TestPerson) => ended.find(({ employeeId }) => employeeId === who.employeeId)?.paid
  expect([paidBy(leaves), paidBy(removed)]).toEqual([30, 0])
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('who is a member again before the timer comes keeps the seat, and whoever only asks does not', async () => {
  const [back, asks] = (await members(2)) as [TestPerson, TestPerson]
  const eventId = await newEvent(cloud, { membersOnly: true })
  for (const who of [back, asks]) {
    expectData(await joinEvent(cloud, who, eventId))
    await leaveAssociation(who)
    await applyToPhoto(cloud, who)
  }
  await approve(membershipIdOf(back))
  await tend(NOW + MINUTE_MS)
  expect([await stateOf(back, eventId), await stateOf(asks, eventId)]).toEqual(['confirmed', 'cancelled'])
})

test('who is a member again while the timer is at their seats keeps them', async () => {
  const [back] = (await members(1)) as [TestPerson]
  const eventId = await newEvent(cloud, { membersOnly: true })
  expectData(await joinEvent(cloud, back, eventId))
  await leaveAssociation(back)
  await applyToPhoto(cloud, back)
  await clockAt(NOW + MINUTE_MS)
  // The membership has been read; the seats are looked for.
  const slow = { collection: 'booking_sessions', mode: 'slow' as const, slowMs: 3_000 }
  await cloud.fault({ database: slow })
  const tending = cloud.timer('union', 'tend')
  await until('the look for seats', async () => {
    const left = (await cloud.door('GET', '/local/fault')).body as unknown[]
    return left.length === 0 ? true : null
  })
  await approve(membershipIdOf(back))
  await tending
  expect(await stateOf(back, eventId)).toBe('confirmed')
})
