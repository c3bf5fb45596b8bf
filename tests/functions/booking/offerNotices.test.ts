import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import {
  BOOKING_CLOCK,
  joinEvent,
  leave,
  NOW,
  newEvent,
  newGuests,
  sessionIn,
  startBookingCloud,
  tendLater,
} from '../../support/bookingWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { newBuyer } from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'
import { noticesTo, permit } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

interface Line {
  title: string
  offer: { placeId: string; expiresAt: number; fee: number; answer: string | null } | null
}

/** The offers in somebody's inbox, or under one of its chips. */
async function offersTo({ openid }: TestPerson, kind?: string) {
  const inbox = await cloud.call<{ notices: Line[] }>(openid, 'notice.listNotices', kind ? { kind } : {})
  return expectData(inbox).notices.flatMap(({ offer }) => offer ?? [])
}

/** A full event where one has left, so that a seat is held for the other. */
async function heldFor(who: TestPerson, more: object = {}): Promise<string> {
  const eventId = await newEvent(cloud, { capacity: 1, ...more })
  const first = await newBuyer(cloud, 100)
  for (const each of [first, who]) expectData(await joinEvent(cloud, each, eventId))
  expectData(await leave(cloud, first, eventId))
  return eventId
}

test('a held seat is offered where its notice is read, and what became of it stands there', async () => {
  const taker = await newBuyer(cloud, 100)
  const eventId = await heldFor(taker, { fee: 30 })
  const placeId = `${eventId}:${taker.employeeId}`
  const open = { placeId, expiresAt: NOW + 12 * HOUR_MS, fee: 30, answer: null }
  expect(await offersTo(taker, 'todo')).toEqual([open])
  expectData(await cloud.call(taker.openid, 'booking.acceptOffer', { placeId }))
  expect(await offersTo(taker, 'union')).toEqual([{ ...open, answer: 'accepted' }])
})

test('a seat that is given on says so; of one that was called off, its end is told once, in place of the offer', async () => {
  const [giver, unlucky] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  expectData(await leave(cloud, giver, await heldFor(giver)))
  expect(await offersTo(giver)).toMatchObject([{ answer: 'declined' }])

  const eventId = await heldFor(unlucky)
  const off = { eventId, reason: '台风要来，改到下个月' }
  expectData(await cloud.call(people.tang.openid, 'union.callOffEvent', off))
  await tendLater(cloud)
  expect(await noticesTo(cloud, unlucky)).toMatchObject([
    { title: '取消了：滴水湖环湖骑行', target: { kind: 'place' } },
  ])
  // What nobody can do any more is not among what waits for one.
  for (const one of [giver, unlucky]) expect(await offersTo(one, 'todo')).toEqual([])
})

test('that nobody took a seat in time is told once, in place of the offer, with until when it was held', async () => {
  const [sleeper] = (await newGuests(cloud, 1)) as [TestPerson]
  const eventId = await heldFor(sleeper)
  await tendLater(cloud, NOW + 12 * HOUR_MS)
  expect(await noticesTo(cloud, sleeper)).toMatchObject([
    {
      title: '名额让给了下一位：滴水湖环湖骑行',
      body: expect.stringContaining('11 月 25 日 0:00 前没有确认'),
      target: { kind: 'place', id: `${eventId}:${sleeper.employeeId}` },
    },
  ])
})

test('whoever permitted it hears by message too that it is soon, once', async () => {
  const eventId = await newEvent(cloud)
  const [asked, other] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  await permit(cloud, asked, 'sessionSoon')
  for (const each of [asked, other]) expectData(await joinEvent(cloud, each, eventId))
  const { startsAt } = await sessionIn(cloud, eventId)
  await cloud.clock(new Date(startsAt - DAY_MS).toISOString())
  for (let run = 0; run < 2; run += 1) await cloud.timer('booking', 'tend')
  const sent = (await cloud.outbox()).filter(({ data }) => data.template_id === 'sessionSoon')
  expect(sent).toMatchObject([
    {
      result: { errcode: 0 },
      data: {
        touser: asked.openid,
        page: `rooms/booking/pages/ticket/index?placeId=${encodeURIComponent(`${eventId}:${asked.employeeId}`)}`,
        data: { thing1: { value: '滴水湖环湖骑行' }, thing3: { value: '滴水湖站 2 号口' } },
      },
    },
  ])
})
