import type { WaitingItem } from '@domain/access/contract'
import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { EventDocument } from '../../../cloudfunctions/union/store'
import {
  BOOKING_CLOCK,
  decideEvent,
  inState,
  joinEvent,
  NOW,
  newEvent,
  newGuest,
  sessionIn,
  startBookingCloud,
  tendLater,
  versionOf,
} from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import { type TestCloud, until } from '../../support/localCloud'
import { people } from '../../support/people'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

const { tang, qiu, lin } = people
const STARTS_AT = NOW + 4 * DAY_MS
/** Asked for because it has more than a hundred seats. */
const CAPACITY = 120

const form = (more: object = {}) => ({
  title: '滴水湖环湖骑行',
  body: paragraphsOf('沿湖一圈，慢慢骑。'),
  venue: { name: '滴水湖站 2 号口' },
  startsAt: STARTS_AT,
  endsAt: STARTS_AT + 2 * HOUR_MS,
  joinUntil: STARTS_AT,
  cancelUntil: STARTS_AT - DAY_MS,
  capacity: CAPACITY,
  ...more,
})

const edit = async (eventId: string, more: object = {}) => {
  const version = await versionOf(cloud, eventId)
  return cloud.call<{ asked: boolean }>(tang.openid, 'union.editEvent', { eventId, version, ...form(more) })
}

const decide = (eventId: string, more: object) =>
  cloud.call(qiu.openid, 'union.decideEvent', { eventId, verdict: 'approve', ...more })

interface Opened {
  event: {
    version: number
    capacity: number
    venue: { name: string }
    deciding: boolean
    change: object | null
  }
  approval: { state: string } | null
}
const open = async (who: { openid: string }, eventId: string) =>
  expectData(await cloud.call<Opened>(who.openid, 'union.openEvent', { eventId }))

const stored = async (eventId: string) =>
  (await cloud.dump<EventDocument>('union_events')).find(({ _id }) => _id === eventId)

/** An event that the union has agreed to. */
const agreed = () => newEvent(cloud, { capacity: CAPACITY })

describe('a change that the union has to agree to again', () => {
  it('waits: until then the event is what was agreed to, and other words count at once', async () => {
    const eventId = await agreed()
    const changes = { capacity: 400, venue: { name: '世纪公园 7 号门' }, title: '世纪公园夜骑' }
    expect(expectData(await edit(eventId, changes)).asked).toBe(true)
    expect(await sessionIn(cloud, eventId)).toMatchObject({
      ...{ capacity: CAPACITY, venue: '滴水湖站 2 号口', title: '世纪公园夜骑', state: 'open' },
    })
    expect((await open(qiu, eventId)).event).toMatchObject({
      ...{
        capacity: CAPACITY,
        deciding: true,
        change: { capacity: 400, venue: { name: '世纪公园 7 号门' } },
      },
    })
    expect((await open(lin, eventId)).event.change).toBeNull()
    const inbox = expectData(await cloud.call<{ waiting: WaitingItem[] }>(qiu.openid, 'access.openInbox'))
    expect(inbox.waiting.find(({ id }) => id === eventId)?.title).toBe('唐若溪想改「世纪公园夜骑」')
    expectData(await joinEvent(cloud, await newGuest(cloud), eventId))
  })

  it('counts with the yes, and those who come hear of it', async () => {
    const eventId = await agreed()
    const guest = await newGuest(cloud)
    expectData(await joinEvent(cloud, guest, eventId))
    expectData(await edit(eventId, { venue: { name: '世纪公园 7 号门' }, capacity: 400 }))
    expect(await decideEvent(cloud, eventId)).toEqual({ state: 'approved' })
    expect(await sessionIn(cloud, eventId)).toMatchObject({ capacity: 400, venue: '世纪公园 7 号门' })
    expect(await stored(eventId)).toMatchObject({
      change: null,
      venue: { name: '世纪公园 7 号门' },
      openIds: [],
    })
    await tendLater(cloud)
    expect(await inState(cloud, eventId, 'confirmed')).toMatchObject([{ venue: '世纪公园 7 号门' }])
    const titles = (await noticesTo(cloud, guest)).map(({ title }) => title)
    expect(titles).toEqual(['改时间地点了：滴水湖环湖骑行'])
  })

  it('goes with the no, and the event stays open as it was', async () => {
    const eventId = await agreed()
    expectData(await edit(eventId, { capacity: 400 }))
    await decideEvent(cloud, eventId, { verdict: 'refuse', reason: '场地坐不下' })
    expect(await sessionIn(cloud, eventId)).toMatchObject({ capacity: CAPACITY, state: 'open' })
    expect(await stored(eventId)).toMatchObject({ change: null, openIds: [] })
    expect(await noticesTo(cloud, tang)).toContainEqual(
      expect.objectContaining({ title: '工会没有同意「滴水湖环湖骑行」的改动', body: '场地坐不下' }),
    )
  })

  it('is taken back by a change that needs nobody, or by the beginning of the event', async () => {
    const [first, second] = [await agreed(), await agreed()]
    for (const eventId of [first, second]) expectData(await edit(eventId, { capacity: 400 }))
    expect(expectData(await edit(first, { capacity: 110 })).asked).toBe(false)
    expect(await sessionIn(cloud, first)).toMatchObject({ capacity: 110 })
    expect(await stored(first)).toMatchObject({ change: null, openIds: [], approval: { state: 'withdrawn' } })

    await cloud.clock(new Date(STARTS_AT + MINUTE_MS).toISOString())
    const late = await decide(second, { version: (await open(qiu, second)).event.version })
    expectError('union.decideEvent', late, 'UNION_EVENT_OVER')
    await cloud.timer('union', 'tend')
    expect(await stored(second)).toMatchObject({ change: null, openIds: [], seatedAt: null })
    expect(await noticesTo(cloud, tang)).toContainEqual(
      expect.objectContaining({
        title: '「滴水湖环湖骑行」的改动没有等到工会的同意',
        body: '到开始的时候，工会还没有回复，这一场照原来的样子办。',
        target: { kind: 'event', id: second },
      }),
    )
  })

  it('is nothing that anybody has to do any more once it is taken back, or too late', async () => {
    const [first, second] = [await agreed(), await agreed()]
    for (const eventId of [first, second]) expectData(await edit(eventId, { capacity: 400 }))
    const todosOf = async (eventId: string) =>
      (await noticesTo(cloud, qiu)).filter(({ kind, target }) => kind === 'todo' && target?.id === eventId)
    expect(await todosOf(first)).not.toEqual([])
    await cloud.clock(new Date(NOW + MINUTE_MS).toISOString())
    expectData(await edit(first, { capacity: 110 }))
    expect(await todosOf(first)).toEqual([])
    expect(await todosOf(second)).not.toEqual([])
    await cloud.clock(new Date(STARTS_AT + MINUTE_MS).toISOString())
    await cloud.timer('union', 'tend')
    expect(await todosOf(second)).toEqual([])
  })

  it('waits as well where the president needed nobody’s leave and now wants more than a hundred seats', async () => {
    const eventId = await newEvent(cloud)
    expect(expectData(await edit(eventId, { capacity: 200 })).asked).toBe(true)
    expect((await open(qiu, eventId)).event).toMatchObject({ deciding: true, change: { capacity: 200 } })
    await decideEvent(cloud, eventId, { verdict: 'refuse', reason: '场地坐不下' })
    const own = { capacity: 60, venue: { name: '世纪公园 7 号门' } }
    expect(expectData(await edit(eventId, own)).asked).toBe(false)
    // A change of the very same moment would be the same change.
    await cloud.clock(new Date(NOW + MINUTE_MS).toISOString())
    expect(expectData(await edit(eventId, { capacity: 150 })).asked).toBe(true)
    expect(await decideEvent(cloud, eventId)).toEqual({ state: 'approved' })
    expect(await sessionIn(cloud, eventId)).toMatchObject({ capacity: 150, state: 'open' })
  })

  it('gives nobody’s seat away', async () => {
    const eventId = await newEvent(cloud, { fee: 0, capacity: 101 })
    expectData(await edit(eventId, { capacity: 1, venue: { name: '世纪公园 7 号门' } }))
    for (let seat = 0; seat < 2; seat += 1) expectData(await joinEvent(cloud, await newGuest(cloud), eventId))
    const { version } = (await open(qiu, eventId)).event
    expectError('union.decideEvent', await decide(eventId, { version }), 'UNION_EVENT_SEATS_TAKEN')
  })
})

describe('a decision about what was changed meanwhile', () => {
  const propose = async () => {
    const input = { associationId: 'photo', ...form() }
    return expectData(await cloud.call<{ eventId: string }>(tang.openid, 'union.createEvent', input)).eventId
  }

  it('is refused, and taken again by whoever has looked again', async () => {
    const eventId = await propose()
    const { version } = (await open(qiu, eventId)).event
    expectData(await edit(eventId, { capacity: 2_000, fee: 50 }))
    expectError('union.decideEvent', await decide(eventId, { version }), 'UNION_EVENT_CHANGED')
    expect(await sessionIn(cloud, eventId)).toMatchObject({ state: 'proposed', capacity: 2_000, fee: 50 })
    expect(await decideEvent(cloud, eventId)).toEqual({ state: 'approved' })
  })

  it('can’t come any more once the event would have begun: it leaves the officer’s list, and its host hears', async () => {
    const eventId = await propose()
    await cloud.clock(new Date(STARTS_AT + MINUTE_MS).toISOString())
    const late = await decide(eventId, { version: (await open(qiu, eventId)).event.version })
    expectError('union.decideEvent', late, 'UNION_EVENT_OVER')
    expect(await sessionIn(cloud, eventId)).toMatchObject({ state: 'proposed' })
    await cloud.timer('union', 'tend')
    expect(await stored(eventId)).toMatchObject({
      ...{ approval: { state: 'lapsed' }, openIds: [], remindAt: null, seatedAt: null },
    })
    expect(await sessionIn(cloud, eventId)).toMatchObject({ state: 'calledOff' })
    const inbox = expectData(await cloud.call<{ waiting: WaitingItem[] }>(qiu.openid, 'access.openInbox'))
    expect(inbox.waiting.filter(({ id }) => id === eventId)).toEqual([])
    const told = (await noticesTo(cloud, tang)).filter(
      ({ title, target }) => target?.id === eventId && title.includes('没有等到工会的同意'),
    )
    await cloud.timer('union', 'tend')
    expect(told).toHaveLength(1)
    const { version } = (await open(qiu, eventId)).event
    expectError('union.decideEvent', await decide(eventId, { version }), 'UNION_NOT_YOUR_TURN')
  })

  it('wins over a change that comes a moment later: nothing opens that nobody has seen', async () => {
    const eventId = await propose()
    const { version } = (await open(qiu, eventId)).event
    const [decided, edited] = await Promise.all([
      decide(eventId, { version }),
      edit(eventId, { capacity: 2_000 }),
    ])
    const { state, capacity } = await sessionIn(cloud, eventId)
    if (decided.ok) expect([state, capacity]).toEqual(['open', CAPACITY])
    else expect([edited.ok, state, capacity]).toEqual([true, 'proposed', 2_000])
  })

  it('refuses the change where it came first', async () => {
    const eventId = await propose()
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'slow', slowMs: 1_000 } })
    const editing = edit(eventId, { capacity: 2_000 })
    await until('the machine to read its words', async () => {
      const { body } = await cloud.door('GET', '/local/fault')
      return (body as unknown[]).length === 0 ? true : null
    })
    expectData(await decide(eventId, { version: 0 }))
    expectError('union.editEvent', await editing, 'UNION_EVENT_CHANGED')
    expect(await sessionIn(cloud, eventId)).toMatchObject({ state: 'open', capacity: CAPACITY })
  })
})
