import { again } from '../../support/again'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import {
  balanceOf,
  MALL_CLOCK,
  MALL_CLOCK_LATER,
  newBuyer,
  newProduct,
  ordersFor,
  productIn,
  redeem,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud({ workers: 1 })
})

afterAll(() => cloud.close())

/** Past the last request of any call here: start and commit count as requests. */
const STEPS = Array.from({ length: 13 }, (_, index) => index + 1)
/** So many requests every call here makes at least, so that a kill within them has been felt. */
const REQUESTS_MIN = 10

async function killAt(after: number, procedure: string, when: 'before' | 'after'): Promise<void> {
  await cloud.fault({ function: { name: 'mall', procedure, mode: 'kill', after, times: 1, when } })
}

// Being killed before a request is being killed after the one before it; only the first has none before it.
const KILLS = [['before', 1] as const, ...STEPS.map(step => ['after', step] as const)]

describe('a redemption', () => {
  it.each(KILLS)('killed %s request %i loses nothing and sells nothing twice', async (when, step) => {
    const productId = await newProduct(cloud, { stock: 5 })
    const who = await newBuyer(cloud, 200)
    await killAt(step, 'redeem', when)
    const killed = await redeem(cloud, who, productId, { quantity: 2 }, `killed-${productId}`)
    expect(killed.ok).toBe(step > REQUESTS_MIN && killed.ok)
    await cloud.fault({ clear: true })
    expect(await wrongIn(cloud, productId)).toEqual([])
    await sweepLater(cloud)
    const orders = await ordersFor(cloud, productId)
    const sold = orders.length === 1
    expect(await productIn(cloud, productId)).toMatchObject({ stock: sold ? 3 : 5, reservations: [] })
    expect(await balanceOf(cloud, who)).toBe(sold ? 0 : 200)
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})

describe('a repeated redemption', () => {
  it.each(STEPS)('goes on after a kill at request %i, and is one order', async step => {
    const productId = await newProduct(cloud, { stock: 2 })
    const who = await newBuyer(cloud, 200)
    const requestId = `again-${productId}`
    await killAt(step, 'redeem', 'after')
    const killed = await redeem(cloud, who, productId, {}, requestId)
    expect(killed.ok).toBe(step > REQUESTS_MIN && killed.ok)
    await cloud.fault({ clear: true })
    const reply = await again(() => redeem(cloud, who, productId, {}, requestId))
    expect(expectData(reply)).toMatchObject({ paid: 100, balance: 100 })
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 1, reservations: [] })
    expect(await ordersFor(cloud, productId)).toHaveLength(1)
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('is told that it expired when the sweeper was there first', async () => {
    const productId = await newProduct(cloud, { stock: 1 })
    const who = await newBuyer(cloud, 200)
    await cloud.fault({ database: { action: 'database.startTransaction', mode: 'fail' } })
    const first = await redeem(cloud, who, productId, {}, 'expired-1')
    expect(first.ok).toBe(false)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 0 })
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 1, takenBy: { [who.employeeId]: 0 } })
    const second = await redeem(cloud, who, productId, {}, 'expired-1')
    expectError('mall.redeem', second, 'MALL_REDEMPTION_EXPIRED')
    expect((await redeem(cloud, who, productId, {}, 'fresh-001')).ok).toBe(true)
  })
})

describe('a cancellation', () => {
  it.each(STEPS)('killed at request %i returns coins and pieces once', async step => {
    const productId = await newProduct(cloud, { stock: 2 })
    const who = await newBuyer(cloud, 100)
    const { orderId } = expectData(await again(() => redeem(cloud, who, productId)))
    const cancel = () =>
      cloud.call(who.openid, 'mall.cancelOrder', { orderId, reason: '选错了前台' }, `cancel-${productId}`)
    await killAt(step, 'cancelOrder', 'after')
    const killed = await cancel()
    expect(killed.ok).toBe(step > REQUESTS_MIN && killed.ok)
    await cloud.fault({ clear: true })
    expect(await wrongIn(cloud, productId)).toEqual([])
    expect(expectData(await again(cancel))).toEqual({ refunded: 100, balance: 100 })
    await sweepLater(cloud)
    await cloud.clock(MALL_CLOCK_LATER)
    await cloud.timer('mall', 'sweep')
    await cloud.clock('2026-11-24T12:30:00+08:00')
    await cloud.timer('mall', 'sweep')
    await cloud.clock(MALL_CLOCK)
    expect(await productIn(cloud, productId)).toMatchObject({
      stock: 2,
      reservations: [],
      restocked: [],
      takenBy: { [who.employeeId]: 0 },
    })
    expect(await ordersFor(cloud, productId)).toMatchObject([{ state: 'cancelled', restock: 'done' }])
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})
