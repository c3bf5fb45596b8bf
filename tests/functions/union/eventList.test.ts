import type { EventCardView } from '@domain/union/eventContract'
import { joinEvent, newEvent, newGuest, startBookingCloud } from '../../support/bookingWorld'
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
