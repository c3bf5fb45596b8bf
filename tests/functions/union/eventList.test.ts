import { sortKey } from '@domain/kernel/paging'
import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import type { EventCardView } from '@domain/union/eventContract'
import {
  BOOKING_CLOCK,
  joinEvent,
  NOW,
  newEvent,
  newGuest,
  startBookingCloud,
} from '../../support/bookingWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { people, type TestPerson } from '../../support/people'
import { applyToPhoto } from '../../support/unionWorld'

const { lin, tang, zhao } = people

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())

type Listed = EventCardView & { site: string }

const listed = async (who: TestPerson, wish: object = {}) =>
  expectData(await cloud.call<{ events: Listed[]; sites: string[] }>(who.openid, 'union.listEvents', wish))
const isFound = async (eventId: string, who: TestPerson, wish: object) =>
  (await listed(who, wish)).events.some(event => event.eventId === eventId)

/** An event that costs coins, which nobody has agreed to. */
async function proposedEvent(): Promise<string> {
  const startsAt = NOW + 4 * DAY_MS
  const input = {
    ...{
      associationId: 'photo',
      title: '滴水湖环湖骑行',
      body: paragraphsOf('慢慢骑'),
      capacity: 9,
      fee: 20,
    },
    ...{ venue: { name: '2 号口' }, startsAt, endsAt: startsAt + HOUR_MS, joinUntil: startsAt },
    cancelUntil: startsAt,
  }
  return expectData(await cloud.call<{ eventId: string }>(tang.openid, 'union.createEvent', input)).eventId
}

describe('the events to come', () => {
  it('say whose they are and where, and which sites there are', async () => {
    const eventId = await newEvent(cloud)
    const { events, sites } = await listed(lin)
    expect(events.find(event => event.eventId === eventId)).toMatchObject({
      associationName: '光影摄影社',
      site: '上海',
    })
    expect(sites).toEqual(['上海', '成都'])
  })

  it('read no association a page, however many there are', async () => {
    const one = await startBookingCloud({ workers: 1 })
    await newEvent(one)
    for (let page = 0; page < 3; page += 1)
      expectData(await one.call(lin.openid, 'union.listEvents', { site: '上海' }))
    const reads = (await one.log('union.listEvents')).map(
      ({ databaseRequests }) =>
        databaseRequests.filter(({ collection }) => collection === 'union_associations').length,
    )
    expect(reads.sort()).toEqual([0, 0, 1])
    await one.close()
  })

  it.each([
    ['their site', { site: '上海' }, true],
    ['another site', { site: '成都' }, false],
    ['their kind', { category: 'art' }, true],
    ['another kind', { category: 'sport' }, false],
    ['another kind at their site', { site: '上海', category: 'family' }, false],
  ])('are narrowed by %s', async (_name, wish, expected) => {
    expect(await isFound(await newEvent(cloud), lin, wish)).toBe(expected)
  })

  it('are mine where I preside or have been taken in', async () => {
    const eventId = await newEvent(cloud)
    const member = await newGuest(cloud)
    const applied = await applyToPhoto(cloud, member)
    expect(await isFound(eventId, member, { mine: true })).toBe(false)
    expectData(
      await cloud.call(tang.openid, 'union.decide', { membershipIds: [applied], decision: 'approve' }),
    )
    expect(await isFound(eventId, member, { mine: true })).toBe(true)
    expect(await isFound(eventId, tang, { mine: true })).toBe(true)
    expect(await isFound(eventId, zhao, { mine: true })).toBe(false)
  })

  it('are free while somebody can get a seat', async () => {
    const eventId = await newEvent(cloud, { capacity: 1 })
    expect(await isFound(eventId, lin, { free: true })).toBe(true)
    expectData(await joinEvent(cloud, await newGuest(cloud), eventId))
    expect(await isFound(eventId, lin, { free: true })).toBe(false)
    expect(await isFound(eventId, lin, {})).toBe(true)
  })
})

describe('a month of events', () => {
  it('says so where it has more than one reading takes', async () => {
    const eventId = await newEvent(cloud)
    const [event] = (await cloud.dump<{ _id: string }>('union_events')).filter(({ _id }) => _id === eventId)
    const on = Date.parse('2027-03-10T10:00:00+08:00')
    const crowd = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => {
        const _id = `crowd-${from + index}`
        return { ...event, _id, startsAt: on, endsAt: on + HOUR_MS, listKey: sortKey(on, _id) }
      })
    await cloud.engine.insertMany('union_events', crowd(300, 0))
    expect(await monthFor('2027-03')).toMatchObject({ complete: true })
    await cloud.engine.insertMany('union_events', crowd(1, 300))
    expect(await monthFor('2027-03')).toMatchObject({ complete: false })
  })

  const monthFor = async (month: string, wish: object = {}) =>
    expectData(
      await cloud.call<{ events: Listed[]; sites: string[] }>(lin.openid, 'union.openEventMonth', {
        ...{ month, ...wish },
      }),
    )
  const has = async (eventId: string, month: string, wish: object = {}) =>
    (await monthFor(month, wish)).events.some(event => event.eventId === eventId)

  it('has all of its days, also those that are over, in their order, and none of the months beside it', async () => {
    const at = (day: string) => {
      const startsAt = Date.parse(`${day}T10:00:00+08:00`)
      const endsAt = startsAt + HOUR_MS
      return newEvent(cloud, { startsAt, endsAt, joinUntil: startsAt, cancelUntil: startsAt })
    }
    const [last, first, next] = [await at('2026-11-30'), await at('2026-11-26'), await at('2026-12-01')]
    await cloud.clock('2026-11-29T12:00:00+08:00')
    const ids = (await monthFor('2026-11')).events.map(({ eventId }) => eventId)
    expect(ids.filter(id => [first, last, next].includes(id))).toEqual([first, last])
    expect(await has(next, '2026-12')).toBe(true)
    await cloud.clock(BOOKING_CLOCK)
  })

  it('is narrowed as the list is, and says which sites there are', async () => {
    const eventId = await newEvent(cloud, { capacity: 1 })
    expect(await has(eventId, '2026-11', { site: '上海', category: 'art', free: true })).toBe(true)
    expect(await has(eventId, '2026-11', { site: '成都' })).toBe(false)
    expect(await has(eventId, '2026-11', { mine: true })).toBe(false)
    expect((await monthFor('2026-11')).sites).toEqual(['上海', '成都'])
  })

  it('leaves out what was called off, and what the union has still to agree to', async () => {
    const [off, asked] = [await newEvent(cloud), await proposedEvent()]
    expectData(await cloud.call(tang.openid, 'union.callOffEvent', { eventId: off, reason: '台风要来了' }))
    for (const eventId of [off, asked]) expect(await has(eventId, '2026-11')).toBe(false)
  })
})
