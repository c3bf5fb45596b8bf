import type { OrderDocument } from '../../../cloudfunctions/mall/store'
import { expectData, expectError } from '../../support/expectError'
import { sampleGood } from '../../support/goods'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import {
  balanceOf,
  MALL_CLOCK,
  newBuyer,
  newProduct,
  productIn,
  redeem,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'

const { luo, lin } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const call = <T = Record<string, string>>(who: TestPerson, name: string, input: object, requestId?: string) =>
  cloud.call<T>(who.openid, `mall.${name}`, input, requestId ?? newRequestId())
const does = async (who: TestPerson, name: string, input: object) => expectData(await call(who, name, input))

/** An order in its buyer's hands. */
async function received(productId: string, who: TestPerson, variantId = 'one'): Promise<string> {
  const { orderId } = expectData(await redeem(cloud, who, productId, { variantId }, newRequestId()))
  const { pickupCode } = await does(who, 'openOrder', { orderId })
  await does(luo, 'handOver', { pickupCode })
  return orderId
}

const returning = (orderId: string) => ({ orderId, kind: 'return', reason: 'late', words: '' })
const exchanging = (orderId: string) => ({ orderId, kind: 'exchange', reason: 'broken', words: '' })

/** As far as the keeper's last step. */
async function sentBack(who: TestPerson, orderId: string): Promise<void> {
  await does(who, 'askAfterSale', exchanging(orderId))
  await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
}

describe('what is not there', () => {
  it('is not put aside, waited for or changed', async () => {
    const productId = await newProduct(cloud, { stock: 1 })
    const gone = { productId: 'nothing', variantId: 'one' }
    const none = { productId, variantId: 'none' }
    expectError(
      'mall.putInBasket',
      await call(lin, 'putInBasket', { ...gone, quantity: 1 }),
      'MALL_PRODUCT_MISSING',
    )
    expectError(
      'mall.putInBasket',
      await call(lin, 'putInBasket', { ...none, quantity: 1 }),
      'MALL_VARIANT_MISSING',
    )
    expectError(
      'mall.awaitStock',
      await call(lin, 'awaitStock', { ...gone, awaited: true }),
      'MALL_PRODUCT_MISSING',
    )
    expectError(
      'mall.awaitStock',
      await call(lin, 'awaitStock', { ...none, awaited: true }),
      'MALL_VARIANT_MISSING',
    )
    const opening = await call(lin, 'awaitOpening', { productId: 'nothing', awaited: true })
    expectError('mall.awaitOpening', opening, 'MALL_PRODUCT_MISSING')
    const favourite = await call(lin, 'markFavourite', { productId: 'nothing', favourite: true })
    expectError('mall.markFavourite', favourite, 'MALL_PRODUCT_MISSING')
    const saved = await call(luo, 'saveGood', { productId: 'nothing', good: sampleGood })
    expectError('mall.saveGood', saved, 'MALL_PRODUCT_MISSING')
    const fileId = 'cloud://wo-local.wo-local/uploads/nowhere.csv'
    const file = await call(luo, 'importShipping', { kind: 'waybills', fileId })
    expectError('mall.importShipping', file, 'MALL_FILE_UNREADABLE')
  })

  it('takes no codes', async () => {
    const plain = await newProduct(cloud, { stock: 1 })
    const sealed = await newProduct(cloud, { stock: 0, deliveries: ['code'] })
    const add = (productId: string, variantId = 'one') =>
      call(luo, 'addCodes', { productId, variantId, codes: ['WO-REFUSED'] })
    expectError('mall.addCodes', await add('nothing'), 'MALL_PRODUCT_MISSING')
    expectError('mall.addCodes', await add(sealed, 'none'), 'MALL_VARIANT_MISSING')
    expectError('mall.addCodes', await add(plain), 'MALL_NO_CODES_HERE')
    expect(await cloud.dump('mall_codes')).toEqual([])
  })

  it('neither goes back nor is decided about', async () => {
    const orderId = 'nothing'
    expectError(
      'mall.askAfterSale',
      await call(lin, 'askAfterSale', returning(orderId)),
      'MALL_ORDER_MISSING',
    )
    expectError(
      'mall.withdrawAfterSale',
      await call(lin, 'withdrawAfterSale', { orderId }),
      'MALL_ORDER_MISSING',
    )
    const decision = { orderId, verdict: 'refuse', words: '不行' }
    expectError('mall.decideAfterSale', await call(luo, 'decideAfterSale', decision), 'MALL_ORDER_MISSING')
    expectError('mall.takeBack', await call(luo, 'takeBack', { orderId }), 'MALL_ORDER_MISSING')
    expectError('mall.exchange', await call(luo, 'exchange', { orderId }), 'MALL_ORDER_MISSING')
    const node = { orderId, place: '武汉', words: '到达' }
    expectError('mall.addNode', await call(luo, 'addNode', node), 'MALL_ORDER_MISSING')
  })
})

describe('what is full', () => {
  it('takes nothing more', async () => {
    const ids = await Promise.all(Array.from({ length: 21 }, () => newProduct(cloud, { stock: 1 })))
    for (const productId of ids.slice(0, 20))
      await does(lin, 'putInBasket', { productId, variantId: 'one', quantity: 1 })
    const last = await call(lin, 'putInBasket', { productId: ids[20], variantId: 'one', quantity: 1 })
    expectError('mall.putInBasket', last, 'MALL_BASKET_FULL')
    const address = {
      recipient: '林晓川',
      phone: '13816620426',
      region: ['上海市'],
      detail: '墨玉南路',
      preferred: false,
    }
    for (let number = 1; number <= 10; number += 1) await does(lin, 'saveAddress', address)
    expectError('mall.saveAddress', await call(lin, 'saveAddress', address), 'MALL_ADDRESSES_FULL')
  })
})

describe('the way back', () => {
  it('is open for seven days, to the buyer, and only from there', async () => {
    const productId = await newProduct(cloud, { stock: 2 })
    const who = await newBuyer(cloud, 200)
    const orderId = await received(productId, who)
    expectError(
      'mall.withdrawAfterSale',
      await call(who, 'withdrawAfterSale', { orderId }),
      'MALL_TRANSITION_REFUSED',
    )
    expectError(
      'mall.withdrawAfterSale',
      await call(lin, 'withdrawAfterSale', { orderId }),
      'MALL_NOT_YOUR_ORDER',
    )
    const decision = { orderId, verdict: 'accept', words: '可以' }
    expectError(
      'mall.decideAfterSale',
      await call(luo, 'decideAfterSale', decision),
      'MALL_TRANSITION_REFUSED',
    )
    await cloud.clock('2026-12-01T12:21:00+08:00')
    expectError(
      'mall.askAfterSale',
      await call(who, 'askAfterSale', returning(orderId)),
      'MALL_AFTER_SALE_OVER',
    )
    await cloud.clock(MALL_CLOCK)
    await does(who, 'askAfterSale', returning(orderId))
    expectError(
      'mall.askAfterSale',
      await call(who, 'askAfterSale', returning(orderId)),
      'MALL_TRANSITION_REFUSED',
    )
  })

  it('gives no new one that is not there', async () => {
    const productId = await newProduct(cloud, { stock: 1 })
    const who = await newBuyer(cloud, 100)
    const orderId = await received(productId, who)
    await sentBack(who, orderId)
    expectError('mall.exchange', await call(luo, 'exchange', { orderId }), 'MALL_OUT_OF_STOCK')
    expect(await wrongIn(cloud, productId)).toEqual([])
    const order = (await cloud.dump<OrderDocument>('mall_orders')).find(({ _id }) => _id === orderId)
    const stray = { ...order, _id: 'stray-order', productId: 'nothing', pickupCode: 'STRAYORDER00' }
    await cloud.engine.insertMany('mall_orders', [stray])
    const nowhere = await call(luo, 'exchange', { orderId: 'stray-order' })
    expectError('mall.exchange', nowhere, 'MALL_PRODUCT_MISSING')
  })

  it('gives the coins back for a thing whose other kind is sold out, or no longer in the shop', async () => {
    const [navy, sand] = ['navy', 'sand'].map(variantId => ({ variantId, colour: variantId, size: null }))
    if (!navy || !sand) throw new Error('Two kinds')
    const kinds = [
      { ...navy, stock: 1 },
      { ...sand, stock: 0 },
    ]
    const productId = await newProduct(cloud, { stock: 1 }, kinds)
    const who = await newBuyer(cloud, 100)
    const orderId = await received(productId, who, 'navy')
    await does(who, 'askAfterSale', { ...exchanging(orderId), variantId: 'sand' })
    await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
    expectError('mall.exchange', await call(luo, 'exchange', { orderId }), 'MALL_OUT_OF_STOCK')
    await does(luo, 'saveGood', { productId, edition: 1, good: { ...sampleGood, variants: [navy] } })
    expectError('mall.exchange', await call(luo, 'exchange', { orderId }), 'MALL_VARIANT_MISSING')
    expect(await does(luo, 'listAfterSales', {})).toMatchObject({
      orders: expect.arrayContaining([
        expect.objectContaining({ orderId, actions: ['exchange', 'takeBack'] }),
      ]),
    })
    expect(await does(luo, 'takeBack', { orderId })).toEqual({ refunded: 100 })
    expect(await balanceOf(cloud, who)).toBe(100)
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 1, sand: 0 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
    expectError('mall.exchange', await call(luo, 'exchange', { orderId }), 'MALL_TRANSITION_REFUSED')
  })

  it('gives the new one back when the exchange dies, and says so to its repetition', async () => {
    const productId = await newProduct(cloud, { stock: 2 })
    const who = await newBuyer(cloud, 100)
    const orderId = await received(productId, who)
    await sentBack(who, orderId)
    const requestId = newRequestId()
    await cloud.fault({ database: { action: 'database.startTransaction', mode: 'fail' } })
    expect((await call(luo, 'exchange', { orderId }, requestId)).ok).toBe(false)
    await cloud.fault({ clear: true })
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 0 })
    expect(await wrongIn(cloud, productId)).toEqual([])
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 1, reservations: [] })
    const again = await call(luo, 'exchange', { orderId }, requestId)
    expectError('mall.exchange', again, 'MALL_REDEMPTION_EXPIRED')
    expect(await does(luo, 'exchange', { orderId })).toEqual({ state: 'placed' })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})
