import type { Account } from '@domain/coin/ledger'
import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { EventDocument } from '../../../cloudfunctions/union/store'
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
  versionOf,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import { type TestCloud, until } from '../../support/localCloud'
import { newBuyer } from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'
import { noticesTo } from '../../support/unionWorld'

const STARTS_AT = NOW + 4 * DAY_MS
const { tang, qiu } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(async () => {
  await cloud.fault({ clear: true })
  await cloud.clock(BOOKING_CLOCK)
})

const form = (more: object = {}) => ({
  title: '滴水湖环湖骑行',
  body: paragraphsOf('沿湖一圈，慢慢骑。'),
  venue: { name: '滴水湖站 2 号口' },
  startsAt: STARTS_AT,
  endsAt: STARTS_AT + 2 * HOUR_MS,
  joinUntil: STARTS_AT,
  cancelUntil: STARTS_AT - DAY_MS,
  capacity: 30,
  ...more,
})

async function propose(): Promise<string> {
  const input = { associationId: 'photo', ...form({ fee: 20 }) }
  return expectData(await cloud.call<{ eventId: string }>(tang.openid, 'union.createEvent', input)).eventId
}

const edit = async (eventId: string, more: object) =>
  expectData(
    await cloud.call(tang.openid, 'union.editEvent', {
      ...{ eventId, version: await versionOf(cloud, eventId) },
      ...form(more),
    }),
  )
const callOff = (eventId: string) =>
  cloud.call(tang.openid, 'union.callOffEvent', { eventId, reason: '台风要来，改到下个月' })
const decide = (eventId: string, more: object) =>
  cloud.call(qiu.openid, 'union.decideEvent', { eventId, version: 0, ...more })

describe('an event that is called off while the union has still to agree', () => {
  it('is opened by no yes, and keeps its host’s reason against a no', async () => {
    const eventId = await propose()
    expectData(await callOff(eventId))
    for (const more of [{ verdict: 'approve' }, { verdict: 'refuse', reason: '费用太高' }])
      expectError('union.decideEvent', await decide(eventId, more), 'UNION_NOT_YOUR_TURN')
    expect(await sessionIn(cloud, eventId)).toMatchObject({
      state: 'calledOff',
      calledOffBecause: '台风要来，改到下个月',
    })
    const stored = (await cloud.dump<EventDocument>('union_events')).find(({ _id }) => _id === eventId)
    expect(stored).toMatchObject({ approval: { state: 'withdrawn' }, openIds: [] })
  })

  it('is opened by no yes that comes in between, either', async () => {
    const eventId = await propose()
    await cloud.fault({ database: { action: 'database.startTransaction', mode: 'fail' } })
    expect((await callOff(eventId)).ok).toBe(false)
    expectError('union.decideEvent', await decide(eventId, { verdict: 'approve' }), 'UNION_NOT_YOUR_TURN')
    expect(await sessionIn(cloud, eventId)).toMatchObject({ state: 'calledOff' })
  })
})

it('lets nobody in whom the timer has still to tell that it was called off', async () => {
  const eventId = await newEvent(cloud)
  const guest = await newGuest(cloud)
  expectData(await joinEvent(cloud, guest, eventId))
  const [place] = await inState(cloud, eventId, 'confirmed')
  await cloud.clock(new Date(STARTS_AT - 1).toISOString())
  expectData(await callOff(eventId))
  const scans = [{ code: place?.codes[0], scannedAt: STARTS_AT - 1 }]
  const checked = await cloud.call(tang.openid, 'booking.checkIn', { sessionId: eventId, scans })
  expect(expectData(checked)).toMatchObject({ results: [{ outcome: 'notConfirmed' }] })
})

const balanceOf = async ({ employeeId }: TestPerson) =>
  (await cloud.dump<Account>('coin_accounts')).find(({ _id }) => _id === employeeId)?.balance

it('gives, called off before it begins, whoever was let in early the fee back as well, and takes back what coming has earned', async () => {
  const eventId = await newEvent(cloud, { fee: 30 })
  const guest = await newBuyer(cloud, 100)
  expectData(await joinEvent(cloud, guest, eventId))
  const [place] = await inState(cloud, eventId, 'confirmed')
  await cloud.clock(new Date(STARTS_AT - 30 * MINUTE_MS).toISOString())
  const scans = [{ code: place?.codes[0], scannedAt: STARTS_AT - 30 * MINUTE_MS }]
  expectData(await cloud.call(tang.openid, 'booking.checkIn', { sessionId: eventId, scans }))
  expect(await balanceOf(guest)).toBeGreaterThan(70)

  expectData(await callOff(eventId))
  for (let run = 0; run < 2; run += 1) await cloud.timer('booking', 'tend')
  expect(await inState(cloud, eventId, 'calledOff')).toMatchObject([{ paid: 0 }])
  expect(await balanceOf(guest)).toBe(100)
  const told = (await noticesTo(cloud, guest)).map(({ title }) => title)
  expect(told.filter(title => title.startsWith('取消了：'))).toHaveLength(1)
  await tendLater(cloud, STARTS_AT)
  expect((await sessionIn(cloud, eventId)).taken).toBe(0)
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

it('ends its offers with a deadline that is moved before them', async () => {
  const eventId = await newEvent(cloud, { capacity: 1 })
  const [first, second] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  for (const guest of [first, second]) expectData(await joinEvent(cloud, guest, eventId))
  expectData(await leave(cloud, first, eventId))
  await cloud.clock(new Date(NOW + 1).toISOString())
  await edit(eventId, { capacity: 1, cancelUntil: NOW + HOUR_MS })
  await cloud.clock(new Date(NOW + HOUR_MS).toISOString())
  const placeId = `${eventId}:${second.employeeId}`
  const accepted = await cloud.call(second.openid, 'booking.acceptOffer', { placeId })
  expectError('booking.acceptOffer', accepted, 'BOOKING_OFFER_EXPIRED')
  await tendLater(cloud, NOW + HOUR_MS)
  expect(await inState(cloud, eventId, 'expired')).toHaveLength(1)
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

it('reminds again of another day that it is moved to while those who come are reminded', async () => {
  const eventId = await newEvent(cloud)
  expectData(await joinEvent(cloud, await newGuest(cloud), eventId))
  await tendLater(cloud)
  await cloud.clock(new Date(STARTS_AT - DAY_MS).toISOString())
  // The third look at places is for those who are to be reminded.
  await cloud.fault({ database: { collection: 'booking_places', mode: 'slow', after: 2, slowMs: 3_000 } })
  const tending = cloud.timer('booking', 'tend')
  await until('the reminding', async () => {
    const left = (await cloud.door('GET', '/local/fault')).body as unknown[]
    return left.length === 0 ? true : null
  })
  const startsAt = STARTS_AT + 3 * DAY_MS
  await edit(eventId, { startsAt, endsAt: startsAt + HOUR_MS })
  await tending
  expect(await sessionIn(cloud, eventId)).toMatchObject({ remindAt: startsAt - DAY_MS })
})

describe('an edit of an event and of its seats', () => {
  /** What both documents say of the same edit. */
  const sayings = async (eventId: string) => {
    const event = (await cloud.dump<EventDocument>('union_events')).find(({ _id }) => _id === eventId)
    const { title, capacity, venue } = await sessionIn(cloud, eventId)
    return { event: [event?.title, event?.venue.name], session: [title, venue], capacity }
  }
  const morning = { title: '早上骑', venue: { name: '1 号口' }, capacity: 40 }

  it.each([3, 5, 6, 7, 8, 9, 10])('killed at request %i is made whole or not at all', async after => {
    const eventId = await newEvent(cloud)
    const dying = { name: 'union', procedure: 'editEvent', mode: 'kill' as const, after, times: 1 }
    await cloud.fault({ function: dying })
    expect(
      (await cloud.call(tang.openid, 'union.editEvent', { eventId, version: 0, ...form(morning) })).ok,
    ).toBe(false)
    const { event, session, capacity } = await sayings(eventId)
    expect(session).toEqual(event)
    expect(capacity).toBe(event[0] === '早上骑' ? 40 : 30)
  })

  it('comes through while forty sign up, and loses none of them', async () => {
    const eventId = await newEvent(cloud)
    const guests = await newGuests(cloud, 40)
    const [edited, ...joined] = await Promise.all([
      edit(eventId, morning),
      ...guests.map(guest => joinEvent(cloud, guest, eventId)),
    ])
    expect(edited).toMatchObject({ eventId })
    for (const reply of joined) expectData(reply)
    await tendLater(cloud)
    expect(await sessionIn(cloud, eventId)).toMatchObject({ title: '早上骑', capacity: 40 })
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })
})
