import type { WaitingItem } from '@domain/access/contract'
import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { EventCardView } from '@domain/union/eventContract'
import type { EventDocument } from '../../../cloudfunctions/union/store'
import {
  BOOKING_CLOCK,
  decideEvent,
  inState,
  joinEvent,
  NOW,
  newEvent,
  newGuest,
  newGuests,
  sessionIn,
  tendLater,
  versionOf,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { newBuyer } from '../../support/mallWorld'
import { insertPeople, people } from '../../support/people'
import { associations, noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: BOOKING_CLOCK })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

const { tang, zhao, qiu, lin } = people

/** The whole form of an event, as the page sends it. */
const form = (more: object = {}) => {
  const startsAt = NOW + 4 * DAY_MS
  return {
    title: '滴水湖环湖骑行',
    body: paragraphsOf('沿湖一圈，慢慢骑。'),
    venue: { name: '滴水湖站 2 号口' },
    startsAt,
    endsAt: startsAt + 2 * HOUR_MS,
    joinUntil: startsAt,
    cancelUntil: startsAt - DAY_MS,
    capacity: 30,
    ...more,
  }
}

const edit = async (eventId: string, more: object = {}, who = tang) => {
  const version = await versionOf(cloud, eventId)
  return cloud.call<{ eventId: string }>(who.openid, 'union.editEvent', { eventId, version, ...form(more) })
}

const callOff = (eventId: string, who = tang, requestId?: string) =>
  cloud.call<{ state: string }>(
    who.openid,
    'union.callOffEvent',
    { eventId, reason: '台风要来，改到下个月' },
    requestId,
  )

const open = (eventId: string, who: { openid: string }) =>
  cloud.call<{
    event: EventCardView & { deciding: boolean; calledOffBecause: string | null }
    needsMembership: boolean
  }>(who.openid, 'union.openEvent', { eventId })

async function propose(more: object = {}): Promise<string> {
  const input = { associationId: 'photo', ...form({ fee: 20, ...more }) }
  const created = expectData(
    await cloud.call<{ eventId: string; state: string }>(tang.openid, 'union.createEvent', input),
  )
  expect(created.state).toBe('proposed')
  return created.eventId
}

describe('an event that the union has to agree to', () => {
  it('is seen by its host and the union alone, and lets nobody in', async () => {
    const eventId = await propose()
    expect(expectData(await open(eventId, tang)).event).toMatchObject({ state: 'proposed', deciding: false })
    expect(expectData(await open(eventId, qiu)).event).toMatchObject({ state: 'proposed', deciding: true })
    expectError('union.openEvent', await open(eventId, lin), 'UNION_EVENT_MISSING')
    expectError('union.joinEvent', await joinEvent(cloud, lin, eventId), 'BOOKING_CLOSED')
    const listed = expectData(
      await cloud.call<{ events: EventCardView[] }>(lin.openid, 'union.listEvents', {}),
    )
    expect(listed.events.map(event => event.eventId)).not.toContain(eventId)
    const inbox = expectData(await cloud.call<{ waiting: WaitingItem[] }>(qiu.openid, 'access.openInbox'))
    expect(inbox.waiting).toContainEqual(expect.objectContaining({ kind: 'event', id: eventId }))
  })

  it('opens with the officer’s yes, and tells the host', async () => {
    const eventId = await propose()
    expect(await decideEvent(cloud, eventId)).toEqual({ state: 'approved' })
    const decided = (await cloud.dump('union_events')).find(({ _id }) => _id === eventId)
    expect(decided).toMatchObject({ decidedAt: expect.any(Number) })
    expect(await sessionIn(cloud, eventId)).toMatchObject({ state: 'open' })
    expect(await noticesTo(cloud, tang)).toContainEqual(
      expect.objectContaining({
        title: '工会同意了「滴水湖环湖骑行」',
        target: { kind: 'event', id: eventId },
      }),
    )
    const again = { eventId, version: 0, verdict: 'approve' }
    expectError(
      'union.decideEvent',
      await cloud.call(qiu.openid, 'union.decideEvent', again),
      'UNION_NOT_YOUR_TURN',
    )
  })

  it('ends with a no, whose reason the host reads', async () => {
    const eventId = await propose()
    expectError(
      'union.decideEvent',
      await cloud.call(qiu.openid, 'union.decideEvent', { eventId, version: 0, verdict: 'refuse' }),
      'UNION_REASON_NEEDED',
    )
    await decideEvent(cloud, eventId, { verdict: 'refuse', reason: '费用请先和行政商量' })
    expect(expectData(await open(eventId, tang)).event).toMatchObject({
      state: 'calledOff',
      calledOffBecause: '费用请先和行政商量',
    })
  })

  it('asks for more than a hundred seats as well, and only for those', async () => {
    const many = { associationId: 'photo', ...form({ capacity: 101 }) }
    expect(expectData(await cloud.call(tang.openid, 'union.createEvent', many))).toMatchObject({
      state: 'proposed',
    })
    const few = { associationId: 'photo', ...form({ capacity: 100 }) }
    expect(expectData(await cloud.call(tang.openid, 'union.createEvent', few))).toMatchObject({
      state: 'open',
    })
  })

  it('reminds whoever lets it lie', async () => {
    const eventId = await propose()
    const before = (await noticesTo(cloud, qiu)).length
    await cloud.clock(new Date(NOW + 25 * HOUR_MS).toISOString())
    await cloud.timer('union', 'tend')
    const told = (await noticesTo(cloud, qiu)).filter(({ target }) => target?.id === eventId)
    expect((await noticesTo(cloud, qiu)).length).toBeGreaterThan(before)
    expect(told).toHaveLength(2)
  })

  it('is decided by nobody where there is none', async () => {
    const input = { eventId: 'none', version: 0, verdict: 'approve' }
    expectError(
      'union.decideEvent',
      await cloud.call(qiu.openid, 'union.decideEvent', input),
      'UNION_EVENT_MISSING',
    )
  })
})

describe('editing an event', () => {
  it('gives it more seats, which go to those who wait', async () => {
    const eventId = await newEvent(cloud, { capacity: 1 })
    for (const guest of await newGuests(cloud, 2)) expectData(await joinEvent(cloud, guest, eventId))
    expectData(await edit(eventId, { capacity: 2 }))
    await tendLater(cloud)
    expect(await inState(cloud, eventId, 'offered')).toHaveLength(1)
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })

  it('never takes seats that somebody has', async () => {
    const eventId = await newEvent(cloud, { capacity: 5 })
    for (const guest of await newGuests(cloud, 2)) expectData(await joinEvent(cloud, guest, eventId))
    expectError('union.editEvent', await edit(eventId, { capacity: 1 }), 'UNION_EVENT_SEATS_TAKEN')
    expect((await sessionIn(cloud, eventId)).capacity).toBe(5)
    expectData(await edit(eventId, { capacity: 2 }))
  })

  it('tells those who come of another time or place, once, and not of other words', async () => {
    const eventId = await newEvent(cloud)
    const guest = await newGuest(cloud)
    expectData(await joinEvent(cloud, guest, eventId))
    expectData(await edit(eventId, { body: paragraphsOf('沿湖一圈，快快骑。') }))
    await tendLater(cloud)
    expect(await noticesTo(cloud, guest)).toHaveLength(0)
    await cloud.clock(new Date(NOW + MINUTE_MS).toISOString())
    expectData(await edit(eventId, { venue: { name: '临港大道站 1 号口' } }))
    await tendLater(cloud, NOW + MINUTE_MS)
    await tendLater(cloud, NOW + 2 * MINUTE_MS)
    const told = await noticesTo(cloud, guest)
    expect(told.map(({ title }) => title)).toEqual(['改时间地点了：滴水湖环湖骑行'])
    const [place] = await inState(cloud, eventId, 'confirmed')
    expect(place).toMatchObject({ venue: '临港大道站 1 号口' })
    expect((await sessionIn(cloud, eventId)).spreading).toBe(false)
  })

  it('is not written over by whoever has not read it, nor by the second of two at once', async () => {
    const eventId = await newEvent(cloud)
    const over = (capacity: number, requestId?: string) =>
      cloud.call(
        tang.openid,
        'union.editEvent',
        { eventId, version: 0, ...form({ capacity, title: `${capacity} 人骑行` }) },
        requestId,
      )
    const requestId = newRequestId()
    const both = await Promise.all([over(40, requestId), over(50)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expectError('union.editEvent', both.find(({ ok }) => !ok) ?? (await over(60)), 'UNION_EVENT_CHANGED')
    expectError('union.editEvent', await over(60), 'UNION_EVENT_CHANGED')
    const { capacity, title } = await sessionIn(cloud, eventId)
    const event = (await cloud.dump<EventDocument>('union_events')).find(({ _id }) => _id === eventId)
    expect([event?.title, event?.version]).toEqual([`${capacity} 人骑行`, 1])
    expect(title).toBe(event?.title)
    // A repetition is told what the first got.
    expect(await over(40, requestId)).toMatchObject({ ok: both[0]?.ok })
  })

  it('keeps the fee once people may join', async () => {
    const eventId = await newEvent(cloud)
    expectError('union.editEvent', await edit(eventId, { fee: 10 }), 'UNION_EVENT_FEE_FIXED')
  })

  it('refuses wrong times, bad words, another president, what is over and what is not there', async () => {
    const eventId = await newEvent(cloud)
    const judge = (mode: 'risky' | 'fail') =>
      cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
    await judge('risky')
    expectError('union.editEvent', await edit(eventId), 'CONTENT_REJECTED')
    await judge('risky')
    expectError('union.callOffEvent', await callOff(eventId), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('union.editEvent', await edit(eventId), 'CONTENT_CHECK_UNAVAILABLE')
    await judge('fail')
    expectError('union.callOffEvent', await callOff(eventId), 'CONTENT_CHECK_UNAVAILABLE')
    const backwards = { endsAt: NOW + DAY_MS }
    expectError('union.editEvent', await edit(eventId, backwards), 'UNION_EVENT_TIMES_WRONG')
    expectError('union.editEvent', await edit(eventId, {}, zhao), 'UNION_EVENT_MISSING')
    expectError('union.editEvent', await edit('none'), 'UNION_EVENT_MISSING')
    await cloud.clock(new Date(NOW + 4 * DAY_MS + MINUTE_MS).toISOString())
    expectError('union.editEvent', await edit(eventId), 'UNION_EVENT_OVER')
  })
})

describe('calling an event off', () => {
  it('gives everybody’s coins back and tells them why, once', async () => {
    const eventId = await newEvent(cloud, { fee: 30, capacity: 1 })
    const first = await newBuyer(cloud, 100)
    expectData(await joinEvent(cloud, first, eventId))
    expectData(await joinEvent(cloud, await newGuest(cloud), eventId))

    expect(expectData(await callOff(eventId, tang, 'call-off-0001'))).toEqual({ state: 'calledOff' })
    expect(expectData(await callOff(eventId, tang, 'call-off-0001'))).toEqual({ state: 'calledOff' })
    expectError('union.joinEvent', await joinEvent(cloud, lin, eventId), 'BOOKING_CLOSED')
    await tendLater(cloud)
    await tendLater(cloud)

    expect(await inState(cloud, eventId, 'calledOff')).toHaveLength(2)
    const told = await noticesTo(cloud, first)
    expect(told.filter(({ title }) => title.startsWith('取消了：'))).toEqual([
      expect.objectContaining({ body: '台风要来，改到下个月。付过的 30 沃币已经退回。' }),
    ])
    expect((await sessionIn(cloud, eventId)).taken).toBe(0)
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })

  it('is its own president’s, and only until it begins', async () => {
    const eventId = await newEvent(cloud)
    expectError('union.callOffEvent', await callOff(eventId, zhao), 'UNION_EVENT_MISSING')
    await cloud.clock(new Date(NOW + 4 * DAY_MS).toISOString())
    expectError('union.callOffEvent', await callOff(eventId), 'UNION_EVENT_OVER')
    const [stored] = (await cloud.dump<EventDocument>('union_events')).filter(({ _id }) => _id === eventId)
    expect(stored?.openIds).toEqual([])
  })
})

it('says who has to become a member first', async () => {
  const eventId = await newEvent(cloud, { membersOnly: true })
  expect(expectData(await open(eventId, lin)).needsMembership).toBe(true)
  expect(expectData(await open(await newEvent(cloud), lin)).needsMembership).toBe(false)
})
