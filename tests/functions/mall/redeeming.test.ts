import { requestsMax } from '@domain/kernel/contract'
import { mall } from '@domain/mall/contract'
import { crowd } from '../../support/crowd'
import { expectData, expectError } from '../../support/expectError'
import { sampleGood } from '../../support/goods'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import {
  atHome,
  balanceOf,
  newBuyer,
  newProduct,
  ordersFor,
  overtaken,
  productIn,
  redeem,
  redeemPatiently,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'
import { people } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})

afterAll(() => cloud.close())

describe('redeeming', () => {
  it('takes coins and pieces together, within its budget of requests', async () => {
    const productId = await newProduct(cloud, { stock: 3 })
    const who = await newBuyer(cloud, 250)
    const reply = await redeem(cloud, who, productId, { quantity: 2 })
    expect(expectData(reply)).toMatchObject({ paid: 200, balance: 50, stock: 1 })
    expect(await ordersFor(cloud, productId)).toMatchObject([
      { employeeId: who.employeeId, quantity: 2, paid: 200, state: 'placed', restock: 'none' },
    ])
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 1, takenBy: { [who.employeeId]: 2 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
    const record = (await cloud.log('mall.redeem')).at(-1)
    const requests = record?.databaseRequests.filter(
      ({ action }) => !/(start|commit)Transaction/.test(action),
    )
    expect(requests?.length).toBeLessThanOrEqual(requestsMax(mall.redeem))
  })

  it('makes one order of ten taps with one request id', async () => {
    const productId = await newProduct(cloud, { stock: 20 })
    const who = await newBuyer(cloud, 1_000)
    const taps = Array.from({ length: 10 }, () => redeem(cloud, who, productId, {}, `taps-${productId}`))
    const replies = await Promise.all(taps)
    const orderIds = new Set(replies.flatMap(reply => (reply.ok ? [reply.data.orderId] : [])))
    expect(orderIds.size).toBe(1)
    expect(await ordersFor(cloud, productId)).toHaveLength(1)
    expect(await balanceOf(cloud, who)).toBe(900)
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 19, reservations: [] })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('takes the pieces once when one of two executions comes after the other has paid', async () => {
    const productId = await newProduct(cloud, { stock: 5 })
    const who = await newBuyer(cloud, 200)
    await cloud.fault({
      database: {
        collection: 'mall_products',
        action: 'database.modifyDocument',
        mode: 'slow',
        slowMs: 1_500,
      },
    })
    const tap = () => redeem(cloud, who, productId, {}, `late-${productId}`)
    const [one, other] = await Promise.all([tap(), tap()])
    expect(other).toEqual(one)
    expect(expectData(one)).toMatchObject({ paid: 100 })
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 4 })
    await sweepLater(cloud)
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('sells the last five to five of twenty who want them at once', async () => {
    const productId = await newProduct(cloud, { stock: 5, limitPerPerson: 1 })
    const buyers = await Promise.all(Array.from({ length: 20 }, () => newBuyer(cloud, 150)))
    await crowd(cloud, 'mall_products', buyers.length)
    const replies = await Promise.all(buyers.map(who => redeemPatiently(cloud, who, productId)))
    await cloud.fault({ clear: true })
    expect(replies.filter(({ ok }) => ok)).toHaveLength(5)
    for (const reply of replies.filter(({ ok }) => !ok))
      expectError('mall.redeem', reply, 'MALL_OUT_OF_STOCK')
    expect(await ordersFor(cloud, productId)).toHaveLength(5)
    const balances = await Promise.all(buyers.map(who => balanceOf(cloud, who)))
    expect(balances.filter(balance => balance === 50)).toHaveLength(5)
    expect(balances.filter(balance => balance === 150)).toHaveLength(15)
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 0, reservations: [] })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('keeps to the limit of a person who is quicker than it', async () => {
    const productId = await newProduct(cloud, { stock: 10, limitPerPerson: 2 })
    const who = await newBuyer(cloud, 1_000)
    await crowd(cloud, 'mall_products', 6)
    const replies = await Promise.all(Array.from({ length: 6 }, () => redeemPatiently(cloud, who, productId)))
    await cloud.fault({ clear: true })
    expect(replies.filter(({ ok }) => ok)).toHaveLength(2)
    for (const reply of replies.filter(({ ok }) => !ok)) expectError('mall.redeem', reply, 'MALL_OVER_LIMIT')
    expect(await balanceOf(cloud, who)).toBe(800)
  })

  it('keeps to the limit of a month, also where all are asked for at once', async () => {
    const limitPerPeriod = { period: 'month' as const, most: 2 }
    const productId = await newProduct(cloud, { stock: 10, limitPerPeriod })
    const who = await newBuyer(cloud, 1_000)
    await crowd(cloud, 'mall_products', 4)
    const replies = await Promise.all(Array.from({ length: 4 }, () => redeemPatiently(cloud, who, productId)))
    await cloud.fault({ clear: true })
    expect(replies.filter(({ ok }) => ok)).toHaveLength(2)
    for (const reply of replies.filter(({ ok }) => !ok))
      expectError('mall.redeem', reply, 'MALL_OVER_PERIOD_LIMIT')
    expect(await balanceOf(cloud, who)).toBe(800)
  })

  it('hands each of two who come at once a code of their own', async () => {
    const productId = await newProduct(cloud, { stock: 0, deliveries: ['code'] })
    const given = { productId, variantId: 'one', codes: ['CROWD-1', 'CROWD-2', 'CROWD-3', 'CROWD-4'] }
    expectData(await cloud.call(people.luo.openid, 'mall.addCodes', given, newRequestId()))
    const buyers = await Promise.all(given.codes.map(() => newBuyer(cloud, 100)))
    await crowd(cloud, 'mall_codes', 4)
    const bought = await Promise.all(
      buyers.map(who => redeem(cloud, who, productId, { delivery: { kind: 'code' } })),
    )
    await cloud.fault({ clear: true })
    await sweepLater(cloud)
    const had = await Promise.all(
      bought.map(async (reply, index) => {
        const { orderId } = expectData(reply)
        const openid = buyers[index]?.openid ?? ''
        return expectData(await cloud.call<{ codes: string[] }>(openid, 'mall.openOrder', { orderId })).codes
      }),
    )
    expect(had.flat().sort()).toEqual(given.codes)
  })

  it('gives pieces back at once when the coins do not reach, and says so to every repetition', async () => {
    const productId = await newProduct(cloud, { stock: 1 })
    const poor = await newBuyer(cloud, 50)
    const first = await redeem(cloud, poor, productId, {}, 'too-poor-1')
    expectError('mall.redeem', first, 'COIN_NOT_ENOUGH')
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 1, reservations: [] })
    const rich = await newBuyer(cloud, 100)
    expect((await redeem(cloud, rich, productId)).ok).toBe(true)
    const again = await redeem(cloud, poor, productId, {}, 'too-poor-1')
    expectError('mall.redeem', again, 'COIN_NOT_ENOUGH')
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('asks nobody for a price that they have not seen', async () => {
    const productId = await newProduct(cloud, { stock: 2, price: 10 })
    const who = await newBuyer(cloud, 200)
    const seen = { priceSeen: 10 }
    const dearer = { productId, edition: 1, good: { ...sampleGood, price: 150 } }
    expectData(await cloud.call(people.luo.openid, 'mall.saveGood', dearer, newRequestId()))
    expectError('mall.redeem', await redeem(cloud, who, productId, seen), 'MALL_PRICE_CHANGED')
    expect(await balanceOf(cloud, who)).toBe(200)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 2, reservations: [] })
    expect(expectData(await redeem(cloud, who, productId, { priceSeen: 150 }))).toMatchObject({ paid: 150 })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('goes on with the pieces it holds at the price that was seen, or gives them back', async () => {
    const productId = await newProduct(cloud, { stock: 1, price: 10 })
    const who = await newBuyer(cloud, 200)
    const attempt = () => redeem(cloud, who, productId, { priceSeen: 10 }, `dearer-${productId}`)
    await cloud.fault({ database: { action: 'database.startTransaction', mode: 'fail' } })
    expect((await attempt()).ok).toBe(false)
    await cloud.fault({ clear: true })
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 0 })
    const dearer = { productId, edition: 1, good: { ...sampleGood, price: 150 } }
    expectData(await cloud.call(people.luo.openid, 'mall.saveGood', dearer, newRequestId()))
    expectError('mall.redeem', await attempt(), 'MALL_PRICE_CHANGED')
    expect(await balanceOf(cloud, who)).toBe(200)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 1, reservations: [] })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('counts in the period that the thing has come to have while it was being taken', async () => {
    const productId = await newProduct(cloud, { stock: 3 })
    const who = await newBuyer(cloud, 500)
    const limited = { ...sampleGood, limitPerPeriod: { period: 'day', most: 1 } }
    const save = () =>
      cloud.call(people.luo.openid, 'mall.saveGood', { productId, edition: 1, good: limited }, newRequestId())
    const bought = await overtaken(cloud, () => redeem(cloud, who, productId), save, 'shelf')
    expect(bought.ok).toBe(true)
    const today = { d20261124: { [who.employeeId]: 1 } }
    expect(await productIn(cloud, productId)).toMatchObject({ edition: 2, takenIn: today })
    expect(await ordersFor(cloud, productId)).toMatchObject([{ period: 'd20261124' }])
    expectError('mall.redeem', await redeem(cloud, who, productId), 'MALL_OVER_PERIOD_LIMIT')
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('sends nothing where the thing has ceased to go while it was being taken', async () => {
    const productId = await newProduct(cloud, { stock: 3 })
    const who = await newBuyer(cloud, 500)
    const good = { ...sampleGood, deliveries: ['home'] }
    const save = () =>
      cloud.call(people.luo.openid, 'mall.saveGood', { productId, edition: 1, good }, newRequestId())
    const reply = await overtaken(cloud, () => redeem(cloud, who, productId), save, 'shelf')
    expectError('mall.redeem', reply, 'MALL_DELIVERY_INVALID')
    expect(await balanceOf(cloud, who)).toBe(500)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 3, reservations: [] })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('refuses what cannot be had, and changes nothing', async () => {
    const productId = await newProduct(cloud, { stock: 1, deliveries: ['desk'] })
    const off = await newProduct(cloud, { stock: 1, on: false })
    const who = await newBuyer(cloud, 500)
    const before = cloud.engine.digest()
    expectError('mall.redeem', await redeem(cloud, who, 'nothing'), 'MALL_PRODUCT_MISSING')
    expectError('mall.redeem', await redeem(cloud, who, off), 'MALL_PRODUCT_OFF')
    const tooMany = await redeem(cloud, who, productId, { quantity: 2 })
    expectError('mall.redeem', tooMany, 'MALL_OUT_OF_STOCK')
    const home = await redeem(cloud, who, productId, { delivery: atHome })
    expectError('mall.redeem', home, 'MALL_DELIVERY_INVALID')
    const nowhere = { delivery: { kind: 'desk', deskId: 'nowhere' } }
    expectError('mall.redeem', await redeem(cloud, who, productId, nowhere), 'MALL_DELIVERY_INVALID')
    expectError('mall.redeem', await redeem(cloud, who, productId, { quantity: 0 }), 'INVALID_INPUT')
    const after = cloud.engine.digest()
    for (const name of ['mall_products', 'mall_orders', 'coin_accounts', 'coin_entries'])
      expect(after[name]).toEqual(before[name])
  })
})
