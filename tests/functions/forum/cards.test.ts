import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, MINUTE_MS } from '@domain/kernel/time'
import type { PostDocument } from '../../../cloudfunctions/forum/store'
import { BOOKING_CLOCK, NOW, newEvent, newGuest } from '../../support/bookingWorld'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { newProduct } from '../../support/mallWorld'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { attempt, expectWithinBudgets, succeed } from '../../support/talkWorld'
import { associations } from '../../support/unionWorld'

const { tang, lin } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: BOOKING_CLOCK })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

let written = 0
const postWith = (card?: object) => {
  written += 1
  return { boardId: 'life', title: '周末去哪里', body: `第 ${written} 次`, card }
}
/** Somebody new each time: whoever publishes fast is slowed down. */
async function publish(card?: object): Promise<string> {
  return (await succeed(cloud, await newGuest(cloud), 'forum.createPost', postWith(card))).postId
}
/** A post whose card stood when it was written. */
async function stored(card: object): Promise<string> {
  const postId = await publish()
  const post = (await cloud.dump<PostDocument>('forum_posts')).find(({ _id }) => _id === postId)
  await cloud.engine.insertMany('forum_posts', [{ ...post, _id: `${postId}-later`, card }])
  return `${postId}-later`
}
const tryToPublish = async (card: object) =>
  attempt(cloud, await newGuest(cloud), 'forum.createPost', postWith(card))
const cardOf = async (postId: string, reader: TestPerson = lin) =>
  (await succeed(cloud, reader, 'forum.openPost', { postId })).post.card
const callOff = (eventId: string) =>
  succeed(cloud, tang, 'union.callOffEvent', { eventId, reason: '台风要来，改到下个月' })

describe('a card', () => {
  test('shows an event as it is now, also when it is called off', async () => {
    const eventId = await newEvent(cloud, { capacity: 1 })
    const postId = await publish({ kind: 'event', id: eventId })
    const fresh = {
      kind: 'event',
      id: eventId,
      title: '滴水湖环湖骑行',
      startsAt: NOW + 4 * DAY_MS,
      place: '滴水湖站 2 号口',
      fee: 0,
      full: false,
      calledOff: false,
    }
    expect(await cardOf(postId)).toMatchObject(fresh)
    await succeed(cloud, await newGuest(cloud), 'union.joinEvent', { eventId })
    expect(await cardOf(postId)).toMatchObject({ ...fresh, full: true })
    await callOff(eventId)
    expect(await cardOf(postId)).toMatchObject({ ...fresh, full: true, calledOff: true })
  })

  test('shows a product with its price, and when it is sold out or off the shelf', async () => {
    const id = await newProduct(cloud, { stock: 1, name: '珐琅杯', price: 160 })
    const postId = await publish({ kind: 'product', id })
    const fresh = { kind: 'product', title: '珐琅杯', price: 160, soldOut: false, off: false }
    expect(await cardOf(postId)).toMatchObject({ ...fresh, id })
    const later = await newProduct(cloud, { stock: 0, name: '珐琅杯', price: 160, on: false })
    expect(await cardOf(await stored({ kind: 'product', id: later }))).toMatchObject({
      ...fresh,
      soldOut: true,
      off: true,
    })
  })

  test('says when what it points at is not there any more', async () => {
    for (const was of ['event', 'product'])
      expect(await cardOf(await stored({ kind: was, id: 'lost' }))).toEqual({ kind: 'gone', was, id: 'lost' })
  })

  test('is only of what stands', async () => {
    const off = await newProduct(cloud, { stock: 3, on: false })
    const calledOff = await newEvent(cloud)
    await callOff(calledOff)
    const proposed = await succeed(cloud, tang, 'union.createEvent', {
      ...(await proposal()),
      associationId: 'photo',
    })
    const dead = [
      { kind: 'product', id: off },
      { kind: 'event', id: calledOff },
      { kind: 'event', id: proposed.eventId },
      { kind: 'event', id: 'nowhere' },
      { kind: 'product', id: 'nowhere' },
    ]
    for (const card of dead) expectError('forum.createPost', await tryToPublish(card), 'FORUM_CARD_MISSING')
  })
})

/** An event that the union has still to agree to. */
async function proposal() {
  const startsAt = NOW + 4 * DAY_MS
  return {
    title: '收费的活动',
    body: paragraphsOf('等工会同意'),
    venue: { name: '滴水湖站' },
    startsAt,
    endsAt: startsAt + 1,
    joinUntil: startsAt,
    cancelUntil: startsAt - DAY_MS,
    capacity: 30,
    fee: 20,
  }
}

test('a page of the feed asks each room once for all its cards, and no room when it has none', async () => {
  const reader = await newGuest(cloud)
  const openFeed = async () => {
    const before = (await cloud.log('forum.openFeed')).length
    const feed = await succeed(cloud, reader, 'forum.openFeed')
    const [call] = (await cloud.log('forum.openFeed')).slice(before)
    return { feed, read: (call?.databaseRequests ?? []).map(({ collection }) => collection) }
  }
  const events = [await newEvent(cloud), await newEvent(cloud)]
  const products = [await newProduct(cloud, { stock: 3 }), await newProduct(cloud, { stock: 3 })]
  await cloud.clock(new Date(NOW + MINUTE_MS).toISOString())
  for (const id of events) await publish({ kind: 'event', id })
  for (const id of products) await publish({ kind: 'product', id })
  const { feed, read } = await openFeed()
  const shown = feed.posts.slice(0, 4).map(({ card }) => card?.kind)
  expect(shown.sort()).toEqual(['event', 'event', 'product', 'product'])
  const asked = (name: string) => read.filter(collection => collection === name).length
  expect(['union_events', 'booking_sessions', 'mall_products'].map(asked)).toEqual([1, 1, 1])

  await cloud.clock(new Date(NOW + 2 * MINUTE_MS).toISOString())
  for (let index = 0; index < 20; index += 1) await publish()
  const plain = await openFeed()
  expect(plain.feed.posts.every(({ card }) => card === null)).toBe(true)
  expect(plain.read).not.toContain('union_events')
  expect(plain.read).not.toContain('mall_products')
})

describe('choosing one', () => {
  const eventsFound = async (text: string) =>
    (await succeed(cloud, lin, 'union.findEvents', { text })).events.map(({ eventId }) => eventId)
  const productsFound = async (text: string) =>
    (await succeed(cloud, lin, 'mall.findProducts', { text })).products.map(({ productId }) => productId)

  test('finds events by title, association and venue, and none that is called off', async () => {
    const eventId = await newEvent(cloud, { title: 'Fika 音乐会', venue: { name: '三楼茶水间' } })
    for (const text of ['fika', '音乐', '三楼茶水']) expect(await eventsFound(text)).toEqual([eventId])
    expect(await eventsFound('')).toContain(eventId)
    expect(await eventsFound('没有这样的')).toEqual([])
    await callOff(eventId)
    expect(await eventsFound('音乐')).toEqual([])
  })

  test('finds products by name and words, and none that is off the shelf', async () => {
    const id = await newProduct(cloud, { stock: 3, name: '露营灯 X', summary: '可以调暗' })
    await newProduct(cloud, { stock: 3, name: '露营灯 Y', on: false })
    for (const text of ['露营灯', '灯 x', '调暗']) expect(await productsFound(text)).toEqual([id])
    expect(await productsFound('没有这样的')).toEqual([])
  })
})

test('nothing of it costs more than its contract says', () => expectWithinBudgets(cloud))
