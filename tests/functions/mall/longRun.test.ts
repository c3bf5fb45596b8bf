import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { mall } from '@domain/mall/contract'
import { firstIdOf } from '../../../cloudfunctions/mall/recent'
import type { OrderDocument } from '../../../cloudfunctions/mall/store'
import { again } from '../../support/again'
import { expectData, expectError } from '../../support/expectError'
import { sampleGood } from '../../support/goods'
import { newRequestId, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import {
  atHome,
  MALL_CLOCK,
  newBuyer,
  newProduct,
  ordersFor,
  productIn,
  redeem,
  redeemPatiently,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'
import { people } from '../../support/people'

const { luo, lin } = people
const DAY_MS = 86_400_000

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does } = mallCalls(() => cloud)

describe('an upload of codes that died half way', () => {
  const kill = (after: number) =>
    cloud.fault({
      function: { name: 'mall', procedure: 'addCodes', mode: 'kill', after, times: 1, when: 'after' },
    })

  it('is taken up by the next one, and no code counts twice', async () => {
    const productId = await newProduct(cloud, { stock: 0, deliveries: ['code'] })
    const input = { productId, variantId: 'one', codes: ['HALF-1', 'HALF-2'] }
    await kill(5)
    await call(luo, 'addCodes', input)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 0 })
    expectError('mall.addCodes', await call(luo, 'addCodes', input), 'TOO_BUSY')
    await cloud.clock('2026-11-24T12:23:00+08:00')
    const more = { ...input, codes: [...input.codes, 'HALF-3'] }
    expect(await does(luo, 'addCodes', more)).toEqual({ before: 0, after: 3 })
    expectError('mall.addCodes', await call(luo, 'addCodes', input), 'MALL_CODES_KNOWN')
    await cloud.clock(MALL_CLOCK)
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('is known where the shelf had its pieces before', async () => {
    const productId = await newProduct(cloud, { stock: 0, deliveries: ['code'] })
    const input = { productId, variantId: 'one', codes: ['WHOLE-1'] }
    await kill(8)
    await call(luo, 'addCodes', input)
    await cloud.clock('2026-11-24T12:23:00+08:00')
    expectError('mall.addCodes', await call(luo, 'addCodes', input), 'MALL_CODES_KNOWN')
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 1, unwritten: [] })
  })
})

describe('counts of a period', () => {
  it('are forgotten the night after it, and what comes back of it is counted down no more', async () => {
    const limitPerPeriod = { period: 'day' as const, most: 2 }
    const productId = await newProduct(cloud, { stock: 3, limitPerPeriod })
    const who = await newBuyer(cloud, 200)
    const { orderId } = expectData(await redeemPatiently(cloud, who, productId))
    const kept = expectData(await redeemPatiently(cloud, who, productId))
    const night = async (at: string) => {
      await cloud.clock(at)
      await cloud.timer('mall', 'sweep')
    }
    await night('2026-11-25T03:30:00+08:00')
    expect((await productIn(cloud, productId)).takenIn).toEqual({ d20261124: { [who.employeeId]: 2 } })
    await does(who, 'cancelOrder', { orderId: kept.orderId, reason: '换一件' })
    expect((await productIn(cloud, productId)).takenIn).toEqual({ d20261124: { [who.employeeId]: 1 } })
    await night('2026-11-26T03:30:00+08:00')
    expect((await productIn(cloud, productId)).takenIn).toEqual({})
    await does(who, 'cancelOrder', { orderId, reason: '换一件' })
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 3, takenIn: {} })
    expect(await wrongIn(cloud, productId)).toEqual([])
    await cloud.clock(MALL_CLOCK)
  })
})

describe('more than a thousand orders', () => {
  it('are all in the figures and in the table, which is gone the next night', async () => {
    const productId = await newProduct(cloud, { stock: 1 })
    await redeemPatiently(cloud, await newBuyer(cloud, 100), productId)
    const [order] = await ordersFor(cloud, productId)
    const before = Date.parse(MALL_CLOCK) - 40 * DAY_MS
    const many = Array.from({ length: 1_200 }, (_, index): OrderDocument => {
      const _id = firstIdOf(before).slice(0, 20) + String(index).padStart(6, '0')
      const placedAt = before
      return { ...(order as OrderDocument), _id, placedAt, paid: 10, productId: 'long-gone', pickupCode: _id }
    })
    await cloud.engine.insertMany(
      'mall_orders',
      many.map(one => ({ ...one })),
    )
    type Stats = { goods: { productId: string; pieces: number }[]; days: unknown[]; complete: boolean }
    const stats = await does<Stats>(luo, 'openMallStats', { days: 90 })
    expect(stats.goods.find(one => one.productId === 'long-gone')?.pieces).toBe(1_200)
    expect(stats).toMatchObject({ complete: true, before: { coins: 0 } })
    const month = await does<object>(luo, 'openMallStats', { days: 30 })
    expect(month).toMatchObject({ before: { orders: 1_200, coins: 12_000 } })
    expect(stats.days).toHaveLength(90)
    expect((await does<Stats>(luo, 'openMallStats', { days: 7 })).goods).not.toContainEqual(
      expect.objectContaining({ productId: 'long-gone' }),
    )
    type File = { url: string; orders: number }
    const csv = await does<File>(luo, 'exportOrders', { days: 90, format: 'csv' })
    const lines = (await (await fetch(csv.url)).text()).trim().split('\r\n')
    expect(lines).toHaveLength(csv.orders + 1)
    expect(csv.orders).toBeGreaterThan(1_200)
    const book = await does<File>(luo, 'exportOrders', { days: 90 })
    const bytes = new Uint8Array(await (await fetch(book.url)).arrayBuffer())
    expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe('PK')
    expect((await fetch(book.url.split('?')[0] ?? '')).status).toBe(403)
    expect(await cloud.dump('mall_exports')).toHaveLength(2)
    await cloud.clock('2026-11-25T03:30:00+08:00')
    await cloud.timer('mall', 'sweep')
    await cloud.clock(MALL_CLOCK)
    expect(await cloud.dump('mall_exports')).toEqual([])
    expect((await fetch(book.url)).status).toBe(404)
  })

  it('says that a table could not be stored', async () => {
    const folder = path.join(cloud.dataDir, 'storage')
    await rename(folder, `${folder}.away`)
    await writeFile(folder, '')
    // The local cloud says on its output what it could not write.
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const refused = await call(luo, 'exportOrders', { days: 7 })
    told.mockRestore()
    await rename(`${folder}.away`, `${folder}.back`)
    await rm(folder)
    await rename(`${folder}.back`, folder)
    expectError('mall.exportOrders', refused, 'MALL_EXPORT_FAILED')
  })
})

describe('what is asked back', () => {
  it('waits for the keeper among everything else, with the kind that is wished', async () => {
    const who = await newBuyer(cloud, 100)
    const productId = await newProduct(cloud, { stock: 3 }, [
      { variantId: 'm', colour: null, size: 'M', stock: 2 },
      { variantId: 'l', colour: null, size: 'L', stock: 1 },
    ])
    const { orderId } = expectData(await redeem(cloud, who, productId, { variantId: 'm' }, newRequestId()))
    const { pickupCode } = await does(who, 'openOrder', { orderId })
    await does(luo, 'handOver', { pickupCode })
    const opened = await does<{ kinds: object[] }>(who, 'openOrder', { orderId })
    expect(opened.kinds).toEqual([
      { variantId: 'm', name: 'M', stock: 1 },
      { variantId: 'l', name: 'L', stock: 1 },
    ])
    expect((await does<{ kinds: object[] }>(luo, 'openOrder', { orderId })).kinds).toEqual([])
    const ask = { orderId, kind: 'exchange', reason: 'size', words: '有点紧', variantId: 'l' }
    await does(who, 'askAfterSale', ask)
    const inbox = await cloud.call<{ waiting: object[] }>(luo.openid, 'access.openInbox')
    expect(expectData(inbox).waiting).toContainEqual(
      expect.objectContaining({
        kind: 'afterSale',
        id: orderId,
        place: '换货',
        summary: '尺码不合适：有点紧',
      }),
    )
    await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
    const answered = await cloud.call<{ waiting: { id: string }[] }>(luo.openid, 'access.openInbox')
    expect(expectData(answered).waiting.map(({ id }) => id)).not.toContain(orderId)
  })
})

describe('a search', () => {
  it('is sorted by what the keeper says, and anew when a price changes', async () => {
    const prices = { 寻味茶罐: 1_000, 寻味香薰: 90, 寻味围巾: 200 }
    const shelved: Record<string, string> = {}
    for (const [index, [name, price]] of Object.entries(prices).entries()) {
      await cloud.clock(new Date(Date.parse(MALL_CLOCK) + index * 60_000).toISOString())
      const { productId = '' } = await does(luo, 'saveGood', { good: { ...sampleGood, name, price } })
      shelved[name] = productId
    }
    await cloud.clock(MALL_CLOCK)
    const found = async (sort: string) => {
      const asked = { text: 'xunwei', sort }
      const { products } = await does<{ products: { name: string }[] }>(lin, 'openShop', asked)
      return products.map(({ name }) => name)
    }
    expect(await found('cheap')).toEqual(['寻味香薰', '寻味围巾', '寻味茶罐'])
    expect(await found('dear')).toEqual(['寻味茶罐', '寻味围巾', '寻味香薰'])
    expect(await found('newest')).toEqual(['寻味围巾', '寻味香薰', '寻味茶罐'])
    expect((await found('usual')).sort()).toEqual(Object.keys(prices).sort())
    const dearer = { ...sampleGood, name: '寻味香薰', price: 3_000 }
    await does(luo, 'saveGood', { productId: shelved.寻味香薰, edition: 1, good: dearer })
    expect(await found('cheap')).toEqual(['寻味围巾', '寻味茶罐', '寻味香薰'])
  })
})

describe('a file of more parcels than go at once', () => {
  it('goes out batch by batch, each in one transaction of three requests an order', async () => {
    const productId = await newProduct(cloud, { stock: 1 })
    const who = await newBuyer(cloud, 100)
    expectData(await redeem(cloud, who, productId, { delivery: atHome }, newRequestId()))
    const [order] = await ordersFor(cloud, productId)
    const many = Array.from({ length: 120 }, (_, index) => {
      const number = `M2611 2400 ${String(100 + index)}`
      return { ...(order as OrderDocument), _id: `many-${index}`, pickupCode: `many-${index}`, number }
    })
    await cloud.engine.insertMany('mall_orders', many)
    const lines = many.map(({ number }, index) => `${number},顺丰速运,SF${10_000_000 + index}`)
    const content = ['订单号,快递公司,运单号', ...lines].join('\n')
    const fileId = await upload(cloud, luo.openid, 'uploads/many.csv', content)
    const input = { kind: 'waybills', fileId }
    const checked = await cloud.call<{ right: number }>(luo.openid, 'mall.checkShipping', input)
    expect(expectData(checked).right).toBe(120)
    // On a busy machine the transaction may end before it is through: a phone then asks again, by the same request.
    const send = async (from: number) => {
      const requestId = newRequestId()
      return expectData(
        await again(() =>
          cloud.call<object>(luo.openid, 'mall.importShipping', { ...input, from }, requestId),
        ),
      )
    }
    const none = { already: 0, skipped: [] }
    expect(await send(0)).toEqual({ ...none, done: 50, next: 50 })
    const requests = (await cloud.log('mall.importShipping')).at(-1)?.databaseRequests ?? []
    expect(requests.length).toBeLessThanOrEqual(mall.importShipping.budget?.requests ?? 0)
    expect(await send(50)).toEqual({ ...none, done: 50, next: 100 })
    // The phone was put away, and begins anew.
    expect(await send(50)).toEqual({ ...none, done: 0, already: 50, next: 100 })
    expect(await send(100)).toEqual({ ...none, done: 20, next: null })
    expect((await ordersFor(cloud, productId)).filter(({ state }) => state === 'shipped')).toHaveLength(120)
    const gone = await cloud.call(luo.openid, 'mall.importShipping', input)
    expectError('mall.importShipping', gone, 'MALL_FILE_UNREADABLE')
  })
})
