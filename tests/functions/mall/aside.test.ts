import { HOUR_MS } from '@domain/kernel/time'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { expectData, expectError } from '../../support/expectError'
import { sampleGood } from '../../support/goods'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls, SAND } from '../../support/mallCalls'
import {
  atDesk,
  MALL_CLOCK,
  newBuyer,
  newProduct,
  productIn,
  redeem,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'
import { people } from '../../support/people'
import { permit } from '../../support/unionWorld'

const { luo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does, twoKinds } = mallCalls(() => cloud)
const kind = (variantId: string, more: object = {}) => ({ variantId, ...more })

describe('codes', () => {
  it('are sealed at rest, delivered once, and shown to their buyer alone', async () => {
    const productId = await newProduct(cloud, { stock: 0, deliveries: ['code'] })
    const texts = ['WO-SECRET-1', 'WO-SECRET-2']
    const input = { productId, variantId: 'one', codes: texts }
    expect(await does(luo, 'addCodes', input)).toEqual({ before: 0, after: 2 })
    expectError('mall.addCodes', await call(luo, 'addCodes', input), 'MALL_CODES_KNOWN')
    const change = { productId, variantId: 'one', pieces: 1, reason: 'arrived', words: '到货' }
    expectError('mall.changeStock', await call(luo, 'changeStock', change), 'MALL_NO_CODES_HERE')
    const who = await newBuyer(cloud, 200)
    const { orderId } = expectData(await redeem(cloud, who, productId, { delivery: { kind: 'code' } }))
    const mine = await does<{ codes: string[] }>(who, 'openOrder', { orderId })
    expect(texts).toContain(mine.codes[0])
    expect((await does<{ codes: string[] }>(luo, 'openOrder', { orderId })).codes).toEqual([])
    await sweepLater(cloud)
    expect((await does<{ codes: string[] }>(who, 'openOrder', { orderId })).codes).toEqual(mine.codes)
    const stored = JSON.stringify([
      await cloud.dump('mall_codes'),
      await cloud.dump('mall_orders'),
      await cloud.dump('platform_receipts'),
    ])
    expect(stored).not.toContain('WO-SECRET')
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})

describe('a basket, favourites, addresses and waiting', () => {
  it('says what its owner alone has had of each', async () => {
    const limitPerPeriod = { period: 'month' as const, most: 2 }
    const productId = await twoKinds(5, 5, { limitPerPeriod })
    const [who, other] = [await newBuyer(cloud, 200), await newBuyer(cloud, 200)]
    expectData(await redeem(cloud, who, productId, kind('navy')))
    const counts = async (whose: typeof who) => {
      await does(whose, 'putInBasket', { productId, variantId: 'sand', quantity: 1 })
      type Line = { taken: number; takenInPeriod: number }
      const { lines } = await does<{ lines: Line[] }>(whose, 'openBasket', {})
      return lines.map(({ taken, takenInPeriod }) => [taken, takenInPeriod])
    }
    expect(await counts(who)).toEqual([[1, 1]])
    expect(await counts(other)).toEqual([[0, 0]])
  })

  it('are kept for their owner', async () => {
    const productId = await twoKinds(1, 0)
    const who = await newBuyer(cloud, 100)
    expect(await does(who, 'putInBasket', { productId, variantId: 'navy', quantity: 1 })).toEqual({
      lines: 1,
    })
    await does(who, 'markFavourite', { productId, favourite: true })
    const address = {
      recipient: '王小明',
      phone: '13800000426',
      region: ['上海市'],
      detail: '百安公路',
      preferred: false,
    }
    const { addressId } = await does(who, 'saveAddress', address)
    expect(await does(who, 'openBasket', {})).toMatchObject({
      lines: [{ variantId: 'navy', quantity: 1 }],
      addresses: [{ addressId, preferred: true }],
    })
    const more = { ...kind('navy'), fromBasket: true, delivery: atDesk }
    expect((await redeem(cloud, who, productId, more)).ok).toBe(true)
    expect(await does(who, 'openBasket', {})).toMatchObject({ lines: [] })
    expect(await does(who, 'removeAddress', { addressId })).toEqual({ addresses: 0 })
    const missing = await call(who, 'saveAddress', { ...address, addressId })
    expectError('mall.saveAddress', missing, 'MALL_ADDRESS_MISSING')
  })

  it('lets what is paid for leave the basket, wherever the command is killed', async () => {
    const productId = await newProduct(cloud, { stock: 40 })
    const who = await newBuyer(cloud, 4_000)
    const fromBasket = { fromBasket: true, delivery: atDesk }
    for (let after = 4, isThrough = false; !isThrough; after += 1) {
      await does(who, 'putInBasket', { productId, variantId: 'one', quantity: 1 })
      const fault = {
        name: 'mall',
        procedure: 'redeem',
        mode: 'kill',
        after,
        times: 1,
        when: 'after',
      } as const
      await cloud.fault({ function: fault })
      const requestId = newRequestId()
      const once = () => redeem(cloud, who, productId, fromBasket, requestId)
      isThrough = (await once()).ok
      await cloud.fault({ clear: true })
      expect([after, (await once()).ok]).toEqual([after, true])
      expect([after, await does(who, 'openBasket', {})]).toMatchObject([after, { lines: [] }])
    }
  })

  it('calls before an opening, once and in both channels, for the opening that there is by then', async () => {
    const opensAt = Date.parse('2026-11-24T14:00:00+08:00')
    const productId = await newProduct(cloud, { stock: 3, sale: { opensAt, closesAt: null } })
    const [who, gone] = [await newBuyer(cloud, 5), await newBuyer(cloud, 5)]
    await permit(cloud, who, 'goodReady')
    // As many as one run looks at lie off the shelf, due since long.
    const shelf = await productIn(cloud, productId)
    const off = Array.from({ length: 50 }, (_, index) => ({
      ...shelf,
      _id: `aa-off-${index}`,
      ...{ on: false, sale: { opensAt: 2, closesAt: 3 }, callAt: 1 },
    }))
    await cloud.engine.insertMany('mall_products', off)
    for (const person of [who, gone]) await does(person, 'awaitOpening', { productId, awaited: true })
    expect(await does(who, 'openProduct', { productId })).toMatchObject({ awaitsOpening: true, awaited: [] })
    await does(gone, 'awaitOpening', { productId, awaited: false })
    const sooner = { opensAt: opensAt - HOUR_MS, closesAt: null }
    await does(luo, 'saveGood', { productId, edition: 1, good: { ...sampleGood, sale: sooner } })
    const calledBy = async (clock: string) => {
      await cloud.clock(`2026-11-24T${clock}:00+08:00`)
      await cloud.timer('mall', 'sweep')
      const all = await cloud.dump<NoticeDocument>('notice_messages')
      return all.filter(({ target }) => target?.id === productId)
    }
    expect(await calledBy('12:49')).toEqual([])
    expect(await calledBy('12:50')).toMatchObject([
      { employeeId: who.employeeId, title: expect.stringContaining('13:00 开换') },
    ])
    expect(await calledBy('12:51')).toHaveLength(1)
    const near = await call(gone, 'awaitOpening', { productId, awaited: true })
    expectError('mall.awaitOpening', near, 'MALL_OPENING_NEAR')
    expect(await calledBy('13:00')).toHaveLength(1)
    expect((await productIn(cloud, productId)).callAt).toBeNull()
    await does(luo, 'saveGood', {
      productId: 'aa-off-0',
      edition: shelf.edition,
      good: { ...sampleGood, on: true, sale: { opensAt: 2, closesAt: 3 } },
    })
    await cloud.timer('mall', 'sweep')
    expect((await productIn(cloud, 'aa-off-0')).callAt).toBeNull()
    const sent = (await cloud.outbox()).filter(({ data }) => data.template_id === 'goodReady')
    expect(sent).toHaveLength(1)
    await cloud.clock(MALL_CLOCK)
  })

  it('tells of a return once', async () => {
    const productId = await twoKinds(0, 1)
    const who = await newBuyer(cloud, 100)
    const wait = { productId, variantId: 'navy', awaited: true }
    await does(who, 'awaitStock', wait)
    expectError(
      'mall.awaitStock',
      await call(who, 'awaitStock', { ...wait, variantId: 'sand' }),
      'MALL_IN_STOCK',
    )
    await sweepLater(cloud)
    const told = async () =>
      (await cloud.dump<NoticeDocument>('notice_messages')).filter(({ target }) => target?.id === productId)
    expect(await told()).toEqual([])
    await does(luo, 'changeStock', {
      productId,
      variantId: 'navy',
      pieces: 1,
      reason: 'arrived',
      words: '补货',
    })
    await sweepLater(cloud)
    await sweepLater(cloud)
    expect(await told()).toMatchObject([
      { employeeId: who.employeeId, title: expect.stringContaining('补货了') },
    ])
  })

  it('is not promised of a kind that has left the shop, nor told when a piece of it comes back', async () => {
    const productId = await twoKinds(1, 1)
    const [early, late] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
    const bought = await redeem(cloud, late, productId, kind('navy'), newRequestId())
    const wait = { productId, variantId: 'navy', awaited: true }
    await does(early, 'awaitStock', wait)
    await does(luo, 'saveGood', { productId, edition: 1, good: { ...sampleGood, variants: [SAND] } })
    expectError('mall.awaitStock', await call(late, 'awaitStock', wait), 'MALL_VARIANT_MISSING')
    await does(late, 'cancelOrder', { orderId: expectData(bought).orderId, reason: '换一件' })
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 1, sand: 1 } })
    await sweepLater(cloud)
    const notices = await cloud.dump<NoticeDocument>('notice_messages')
    expect(notices.filter(({ target }) => target?.id === productId)).toEqual([])
  })
})
