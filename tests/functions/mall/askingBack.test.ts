import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import {
  balanceOf,
  newBuyer,
  ordersFor,
  overtaken,
  productIn,
  redeem,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'

const { luo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does, twoKinds } = mallCalls(() => cloud)

/** So many pieces of one kind, in their buyer's hands. */
async function received(who: TestPerson, productId: string, quantity: number) {
  const wish = { variantId: 'navy', quantity }
  const { orderId } = expectData(await redeem(cloud, who, productId, wish, newRequestId()))
  await handed(who, orderId)
  return orderId
}
async function handed(who: TestPerson, orderId: string) {
  const { pickupCode } = await does(who, 'openOrder', { orderId })
  await does(luo, 'handOver', { pickupCode })
}
const accept = (orderId: string) =>
  does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
const back = { kind: 'return', reason: 'unwanted', words: '' }

it('is not exchanged for a size or a colour that the thing does not come in', async () => {
  const productId = await twoKinds(1, 1)
  const who = await newBuyer(cloud, 100)
  const orderId = await received(who, productId, 1)
  expect((await does<{ traits: string[] }>(who, 'openOrder', { orderId })).traits).toEqual(['colour'])
  const ask = (reason: string) => call(who, 'askAfterSale', { orderId, kind: 'exchange', reason, words: '' })
  expectError('mall.askAfterSale', await ask('size'), 'MALL_REASON_INVALID')
  expectData(await ask('colour'))
})

describe('one of three pieces', () => {
  it('goes back with its own coins, and counts no more for its buyer; the others stay', async () => {
    const limitPerPeriod = { period: 'month' as const, most: 3 }
    const productId = await twoKinds(5, 0, { limitPerPerson: 3, limitPerPeriod })
    const who = await newBuyer(cloud, 400)
    const orderId = await received(who, productId, 3)
    const more = { orderId, quantity: 4, ...back }
    expectError('mall.askAfterSale', await call(who, 'askAfterSale', more), 'MALL_MORE_THAN_ORDERED')
    const asked = await does(who, 'askAfterSale', { orderId, quantity: 1, ...back })
    expect(asked.state).toBe('returnAsked')
    const part = asked.orderId ?? ''
    type Opened = { order: object }
    expect((await does<Opened>(who, 'openOrder', { orderId })).order).toMatchObject({
      ...{ state: 'received', quantity: 2, paid: 200, actions: ['askReturn', 'askExchange'] },
      trail: [{ action: 'place' }, { action: 'handOver' }, { action: 'split' }],
      apart: { first: { quantity: 3, paid: 300 }, from: null, parts: [{ orderId: part }] },
    })
    expect((await does<Opened>(who, 'openOrder', { orderId: part })).order).toMatchObject({
      apart: { first: { quantity: 3, paid: 300 }, from: { orderId }, parts: [] },
    })
    const listed = await does<{ orders: { orderId: string }[] }>(luo, 'listAfterSales', {})
    expect(listed.orders.find(one => one.orderId === part)).toMatchObject({
      ...{ quantity: 1, ordered: 3, paid: 100 },
    })
    await accept(part)
    expect(await wrongIn(cloud, productId)).toEqual([])
    expect(await does(luo, 'takeBack', { orderId: part })).toEqual({ refunded: 100 })
    expect(await balanceOf(cloud, who)).toBe(200)
    const product = await productIn(cloud, productId)
    expect(product).toMatchObject({ stock: 3, takenBy: { [who.employeeId]: 2 } })
    expect(Object.values(product.takenIn)).toEqual([{ [who.employeeId]: 2 }])
    expect(await wrongIn(cloud, productId)).toEqual([])
    // The limit of three has room for one again, and no more.
    const again = (quantity: number) =>
      redeem(cloud, who, productId, { variantId: 'navy', quantity }, newRequestId())
    expectError('mall.redeem', await again(2), 'MALL_OVER_LIMIT')
    expectData(await again(1))
  })

  it('may be followed by the next, and by the rest: all coins come back, and not one more', async () => {
    const productId = await twoKinds(3, 0)
    const who = await newBuyer(cloud, 300)
    const orderId = await received(who, productId, 3)
    const first = await does(who, 'askAfterSale', { orderId, quantity: 2, ...back })
    await accept(first.orderId ?? '')
    await does(who, 'withdrawAfterSale', { orderId: first.orderId })
    const ofFirst = await does(who, 'askAfterSale', { orderId: first.orderId, quantity: 1, ...back })
    type Opened = { order: { number: string; apart: object } }
    const opened = (id = '') => does<Opened>(who, 'openOrder', { orderId: id })
    const { order: middle } = await opened(first.orderId)
    expect(middle.apart).toMatchObject({
      ...{ first: { quantity: 3, paid: 300 }, from: { orderId, number: middle.number.slice(0, -2) } },
      parts: [{ orderId: ofFirst.orderId, number: `${middle.number}-1` }],
    })
    const numbers = (await ordersFor(cloud, productId)).map(({ number }) => number).sort()
    expect(numbers.map(number => number.slice((numbers[0] ?? '').length))).toEqual(['', '-1', '-1-1'])
    const rest = await does(who, 'askAfterSale', { orderId, ...back })
    const other = await does(who, 'askAfterSale', { orderId: first.orderId, ...back })
    for (const each of [rest, ofFirst, other]) {
      await accept(each.orderId ?? '')
      expect(await does(luo, 'takeBack', { orderId: each.orderId })).toEqual({ refunded: 100 })
      expect(await wrongIn(cloud, productId)).toEqual([])
    }
    expect(await balanceOf(cloud, who)).toBe(300)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 3, takenBy: { [who.employeeId]: 0 } })
  })

  it('is exchanged alone, and the new one may be cancelled before it goes out', async () => {
    const productId = await twoKinds(3, 2)
    const who = await newBuyer(cloud, 300)
    const orderId = await received(who, productId, 3)
    const wish = { kind: 'exchange', reason: 'colour', words: '', variantId: 'sand', quantity: 1 }
    const { orderId: part = '' } = await does(who, 'askAfterSale', { orderId, ...wish })
    await accept(part)
    await does(luo, 'exchange', { orderId: part })
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 1, sand: 1 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
    expect(await does(who, 'cancelOrder', { orderId: part, reason: '不换了' })).toMatchObject({
      refunded: 100,
    })
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 1, sand: 2 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it.each([
    ['for fewer', { quantity: 1, ...back }, { reason: 'colour', variantId: 'sand' }],
    ['for another kind', null, { reason: 'broken', variantId: 'navy' }],
  ])('is given out only as it is asked for then: %s', async (_how, apart, instead) => {
    const productId = await twoKinds(6, 3)
    const who = await newBuyer(cloud, 300)
    const orderId = await received(who, productId, 3)
    const ask = (more: object) => does(who, 'askAfterSale', { orderId, words: '', kind: 'exchange', ...more })
    await ask({ reason: 'colour', variantId: 'sand' })
    await accept(orderId)
    const reply = await overtaken(
      cloud,
      () => call(luo, 'exchange', { orderId }),
      async () => {
        await does(who, 'withdrawAfterSale', { orderId })
        if (apart) await ask(apart)
        await ask(instead)
        await accept(orderId)
      },
    )
    expectError('mall.exchange', reply, 'MALL_TRANSITION_REFUSED')
    expect(await wrongIn(cloud, productId)).toEqual([])
    await does(luo, 'exchange', { orderId })
    const stockOf = apart ? { navy: 5, sand: 1 } : { navy: 3, sand: 3 }
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf, reservations: expect.anything() })
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf, reservations: [] })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('is set apart once, however often the phone asks', async () => {
    const productId = await twoKinds(3, 0)
    const who = await newBuyer(cloud, 300)
    const orderId = await received(who, productId, 3)
    const requestId = newRequestId()
    const ask = () => call(who, 'askAfterSale', { orderId, quantity: 1, ...back }, requestId)
    expect(await ask()).toEqual(await ask())
    expect((await ordersFor(cloud, productId)).map(({ quantity }) => quantity).sort()).toEqual([1, 2])
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})

describe('pieces that were set apart and are asked back no more', () => {
  const opened = async (who: TestPerson, orderId: string) =>
    (await does<{ order: Record<string, unknown> }>(who, 'openOrder', { orderId })).order
  const asked = async (who: TestPerson, orderId: string, more: object = {}) =>
    (await does(who, 'askAfterSale', { orderId, quantity: 1, ...back, ...more })).orderId ?? ''
  const withdraw = (who: TestPerson, orderId: string, requestId = newRequestId()) =>
    call(who, 'withdrawAfterSale', { orderId }, requestId)

  it('are with their order again, as though they had never been asked for: pieces, coins and figures', async () => {
    const limitPerPeriod = { period: 'month' as const, most: 3 }
    const productId = await twoKinds(3, 0, { limitPerPerson: 3, limitPerPeriod })
    const who = await newBuyer(cloud, 300)
    const orderId = await received(who, productId, 3)
    const stats = async () => {
      const { goods, orders, coins } = await does<Record<string, unknown>>(luo, 'openMallStats', { days: 7 })
      return { goods, orders, coins, product: await productIn(cloud, productId) }
    }
    const before = await stats()
    const part = await asked(who, orderId)
    const requestId = newRequestId()
    const answer = { state: 'received', orderId }
    expect(expectData(await withdraw(who, part, requestId))).toEqual(answer)
    expect(expectData(await withdraw(who, part, requestId))).toEqual(answer)
    expectError('mall.withdrawAfterSale', await withdraw(who, part), 'MALL_ORDER_MISSING')
    expect(await opened(who, orderId)).toMatchObject({
      ...{ quantity: 3, paid: 300, apart: null, actions: ['askReturn', 'askExchange'] },
      trail: [{ action: 'place' }, { action: 'handOver' }, { action: 'split' }, { action: 'rejoin' }],
    })
    expect(await stats()).toEqual(before)
    expect(await wrongIn(cloud, productId)).toEqual([])

    const next = await asked(who, orderId)
    expect(next).not.toBe(part)
    expect(await opened(who, orderId)).toMatchObject({ quantity: 2, apart: { parts: [{ orderId: next }] } })
    expect((await opened(who, next)).trail).toMatchObject([{}, {}, { action: 'askReturn' }])
    for (const each of [next, (await does(who, 'askAfterSale', { orderId, ...back })).orderId ?? '']) {
      await accept(each)
      await does(luo, 'takeBack', { orderId: each })
      expect(await wrongIn(cloud, productId)).toEqual([])
    }
    expect(await balanceOf(cloud, who)).toBe(300)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 3, takenBy: { [who.employeeId]: 0 } })
  })

  it('come back to what they were set apart from, the last first', async () => {
    const productId = await twoKinds(4, 0)
    const who = await newBuyer(cloud, 400)
    const orderId = await received(who, productId, 4)
    const two = await asked(who, orderId, { quantity: 2 })
    await accept(two)
    await withdraw(who, two)
    const one = await asked(who, two)
    expect(expectData(await withdraw(who, one))).toEqual({ state: 'received', orderId: two })
    expect(await opened(who, two)).toMatchObject({ quantity: 2, apart: { from: { orderId }, parts: [] } })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it.each([
    [
      'a keeper has answered',
      async (_who: TestPerson, _whole: string, part: string) => void (await accept(part)),
    ],
    [
      'what was left of it is asked back as well',
      async (who: TestPerson, whole: string) =>
        void (await does(who, 'askAfterSale', { orderId: whole, ...back })),
    ],
    [
      'what was left of it is another kind by now',
      async (who: TestPerson, orderId: string) => {
        await does(who, 'askAfterSale', {
          orderId,
          words: '',
          kind: 'exchange',
          reason: 'colour',
          variantId: 'sand',
        })
        await accept(orderId)
        await does(luo, 'exchange', { orderId })
        await handed(who, orderId)
      },
    ],
  ])('stay apart where %s, and each leads to the other', async (_why, change) => {
    const productId = await twoKinds(3, 3)
    const who = await newBuyer(cloud, 300)
    const orderId = await received(who, productId, 3)
    const part = await asked(who, orderId)
    await change(who, orderId, part)
    expect(expectData(await withdraw(who, part))).toEqual({ state: 'received', orderId: part })
    expect((await ordersFor(cloud, productId)).map(({ quantity }) => quantity).sort()).toEqual([1, 2])
    expect(await opened(who, part)).toMatchObject({ apart: { from: { orderId } } })
    expect(await opened(who, orderId)).toMatchObject({ apart: { parts: [{ orderId: part }] } })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it.each([3, 4, 5, 6, 7, 8, 9, 10])('come back once where the call dies at request %i', async after => {
    const productId = await twoKinds(3, 0)
    const who = await newBuyer(cloud, 300)
    const orderId = await received(who, productId, 3)
    const part = await asked(who, orderId)
    const requestId = newRequestId()
    await cloud.fault({
      function: {
        name: 'mall',
        procedure: 'withdrawAfterSale',
        mode: 'kill',
        after,
        times: 1,
        when: 'after',
      },
    })
    await withdraw(who, part, requestId)
    await cloud.fault({ clear: true })
    expect(expectData(await withdraw(who, part, requestId))).toEqual({ state: 'received', orderId })
    expect((await ordersFor(cloud, productId)).map(({ quantity, paid }) => [quantity, paid])).toEqual([
      [3, 300],
    ])
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})
