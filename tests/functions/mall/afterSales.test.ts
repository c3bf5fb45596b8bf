import { DAY_MS } from '@domain/kernel/time'
import { backKeyOf } from '@domain/mall/afterSale'
import type { OrderDocument } from '../../../cloudfunctions/mall/store'
import { expectData, expectError } from '../../support/expectError'
import { sampleGood } from '../../support/goods'
import { newRequestId, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import {
  atHome,
  balanceOf,
  DESK,
  journalOf,
  MALL_CLOCK,
  newBuyer,
  ordersFor,
  productIn,
  redeem,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'

const { luo } = people
const NOW = Date.parse(MALL_CLOCK)

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does, twoKinds } = mallCalls(() => cloud)

interface Listed {
  orders: { orderId: string; actions: string[] }[]
  next: string | null
}

const listed = async (orderId: string) =>
  (await does<Listed>(luo, 'listAfterSales', {})).orders.find(one => one.orderId === orderId)

const allListed = async () => {
  const found: Listed['orders'] = []
  let after: string | null = ''
  while (after !== null) {
    const page: Listed = await does(luo, 'listAfterSales', after === '' ? {} : { after })
    found.push(...page.orders)
    after = page.next
  }
  return found
}

/** An order of which a keeper has said that it may go back. */
async function accepted(productId: string, who: TestPerson, asked: object) {
  const { orderId } = expectData(await redeem(cloud, who, productId, { variantId: 'navy' }))
  const { pickupCode } = await does(who, 'openOrder', { orderId })
  await does(luo, 'handOver', { pickupCode })
  await does(who, 'askAfterSale', { orderId, words: '', ...asked })
  await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
  return orderId
}

const asReturn = { kind: 'return', reason: 'unwanted' }
const asExchange = { kind: 'exchange', reason: 'colour', variantId: 'sand' }

describe('a thing that may go back and does not', () => {
  it.each([asReturn, asExchange])('is kept by its buyer, who withdraws: %j', async asked => {
    const productId = await twoKinds(1, 1)
    const who = await newBuyer(cloud, 100)
    const orderId = await accepted(productId, who, asked)
    const opened = await does<{ order: { actions: string[] } }>(who, 'openOrder', { orderId })
    expect(opened.order.actions).toEqual(['withdraw'])
    expect(await does(who, 'withdrawAfterSale', { orderId })).toEqual({ state: 'received', orderId })
    expectError('mall.takeBack', await call(luo, 'takeBack', { orderId }), 'MALL_TRANSITION_REFUSED')
    expect(await listed(orderId)).toBeUndefined()
    expect(await balanceOf(cloud, who)).toBe(0)
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 0, sand: 1 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('is brought to the desk where it was fetched; one that was sent, to the desk of the site', async () => {
    const productId = await twoKinds(2, 0)
    const who = await newBuyer(cloud, 200)
    const desksOf = async (orderId: string) =>
      (await does<{ returnDesks: unknown[] }>(who, 'openOrder', { orderId })).returnDesks
    const orderId = await accepted(productId, who, asReturn)
    const { _id: deskId, ...desk } = DESK
    expect(await desksOf(orderId)).toEqual([{ deskId, ...desk }])
    const sent = { variantId: 'navy', delivery: atHome }
    const other = expectData(await redeem(cloud, who, productId, sent, newRequestId())).orderId
    await does(luo, 'shipOrder', { orderId: other, carrier: '顺丰速运', number: 'SF77770001' })
    await does(who, 'confirmOrder', { orderId: other })
    await does(who, 'askAfterSale', { orderId: other, words: '', ...asReturn })
    expect(await desksOf(other)).toEqual([])
    await does(luo, 'decideAfterSale', { orderId: other, verdict: 'accept', words: '带到前台' })
    expect(await desksOf(other)).toEqual([{ deskId, ...desk }])
    expect(await does(luo, 'openOrder', { orderId: other })).toMatchObject({ returnDesks: [] })
    for (const each of [orderId, other]) await does(who, 'withdrawAfterSale', { orderId: each })
  })

  it('may be asked anew by who withdrew for as long as it would have been waited for, and no longer', async () => {
    const productId = await twoKinds(1, 0)
    const who = await newBuyer(cloud, 100)
    const asked = { orderId: await accepted(productId, who, asReturn), words: '', ...asReturn }
    const { orderId } = asked
    await does(who, 'withdrawAfterSale', { orderId })
    const at = (days: number) => cloud.clock(new Date(NOW + days * DAY_MS).toISOString())
    await at(6)
    await does(who, 'askAfterSale', asked)
    await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
    await at(12)
    await does(who, 'withdrawAfterSale', { orderId })
    await does(who, 'askAfterSale', asked)
    await does(who, 'withdrawAfterSale', { orderId })
    await at(14)
    expectError('mall.askAfterSale', await call(who, 'askAfterSale', asked), 'MALL_AFTER_SALE_OVER')
    await cloud.clock(MALL_CLOCK)
  })

  it('is waited for seven days; then the keeper ends it, and the buyer is told', async () => {
    const productId = await twoKinds(1, 0)
    const who = await newBuyer(cloud, 100)
    const orderId = await accepted(productId, who, asReturn)
    const lapse = { orderId, verdict: 'lapse', words: '一直没有收到东西' }
    await cloud.clock(new Date(NOW + 7 * DAY_MS - 1).toISOString())
    expect(await listed(orderId)).toMatchObject({ actions: ['takeBack'] })
    const early = await call(luo, 'decideAfterSale', lapse)
    expectError('mall.decideAfterSale', early, 'MALL_TRANSITION_REFUSED')
    await cloud.clock(new Date(NOW + 7 * DAY_MS + 60_000).toISOString())
    expect(await listed(orderId)).toMatchObject({ actions: ['takeBack', 'lapse'] })
    expect(await does(luo, 'decideAfterSale', lapse)).toEqual({ state: 'received' })
    await cloud.clock(MALL_CLOCK)
    const [order] = (await ordersFor(cloud, productId)) as [OrderDocument]
    // It was answered when it was accepted.
    expect(order.answeredAt).toBeLessThan(NOW + DAY_MS)
    const notices = await cloud.dump<{ employeeId: string; title: string; body: string }>('notice_messages')
    expect(notices.filter(({ employeeId }) => employeeId === who.employeeId).at(-1)).toMatchObject({
      title: '羊毛披毯：退换结束了',
      body: lapse.words,
    })
    expect(await balanceOf(cloud, who)).toBe(0)
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})

describe('what comes back broken', () => {
  it('is refunded and written off: nobody else gets it, and the journal says why', async () => {
    const productId = await twoKinds(3, 0)
    const who = await newBuyer(cloud, 100)
    const orderId = await accepted(productId, who, asReturn)
    await does(luo, 'takeBack', { orderId, broken: true })
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 2, delivered: 2, stockOf: { navy: 2 } })
    expect(await balanceOf(cloud, who)).toBe(100)
    expect(await wrongIn(cloud, productId)).toEqual([])
    await sweepLater(cloud)
    await sweepLater(cloud)
    expect(await journalOf(cloud, productId)).toContainEqual(
      expect.objectContaining({
        reason: 'damaged',
        change: -1,
        by: { employeeId: luo.employeeId, name: luo.name },
      }),
    )
    expect(await wrongIn(cloud, productId)).toEqual([])
    await cloud.clock(MALL_CLOCK)
  })

  it('is written off too where another one is given out for it, and only that', async () => {
    const productId = await twoKinds(2, 2)
    const who = await newBuyer(cloud, 100)
    const orderId = await accepted(productId, who, { ...asExchange, reason: 'broken' })
    await does(luo, 'exchange', { orderId, broken: true })
    const shelf = { stock: 2, delivered: 3, stockOf: { navy: 1, sand: 1 }, takenBy: { [who.employeeId]: 1 } }
    expect(await productIn(cloud, productId)).toMatchObject(shelf)
    expect(await wrongIn(cloud, productId)).toEqual([])
    await sweepLater(cloud)
    await sweepLater(cloud)
    expect(await journalOf(cloud, productId)).toContainEqual(
      expect.objectContaining({ variantId: 'navy', reason: 'damaged', change: -1 }),
    )
    expect(await productIn(cloud, productId)).toMatchObject(shelf)
    // The new one is sound: it comes back to the shelf when it is given back.
    const { pickupCode } = await does(who, 'openOrder', { orderId })
    await does(luo, 'handOver', { pickupCode })
    await does(who, 'askAfterSale', { orderId, words: '', ...asReturn })
    await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
    await does(luo, 'takeBack', { orderId })
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 1, sand: 2 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it.each([9, 10, 11, 12, 13, 14])('is exchanged and written off once, killed at request %i', async after => {
    const productId = await twoKinds(3, 1)
    const who = await newBuyer(cloud, 100)
    const orderId = await accepted(productId, who, { ...asExchange, reason: 'broken' })
    const requestId = newRequestId()
    const input = { orderId, broken: true }
    await cloud.fault({
      function: { name: 'mall', procedure: 'exchange', mode: 'kill', after, times: 1, when: 'after' },
    })
    await call(luo, 'exchange', input, requestId)
    await cloud.fault({ clear: true })
    await call(luo, 'exchange', input, requestId)
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ delivered: 3, stockOf: { navy: 2, sand: 0 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
    await cloud.clock(MALL_CLOCK)
  })

  it.each([9, 10, 11, 12])('is written off once where the call dies at request %i', async after => {
    const productId = await twoKinds(3, 0)
    const who = await newBuyer(cloud, 100)
    const orderId = await accepted(productId, who, asReturn)
    const requestId = newRequestId()
    const input = { orderId, broken: true }
    await cloud.fault({
      function: { name: 'mall', procedure: 'takeBack', mode: 'kill', after, times: 1, when: 'after' },
    })
    await call(luo, 'takeBack', input, requestId)
    await cloud.fault({ clear: true })
    await call(luo, 'takeBack', input, requestId)
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 2, delivered: 2 })
    expect(await balanceOf(cloud, who)).toBe(100)
    expect(await wrongIn(cloud, productId)).toEqual([])
    await cloud.clock(MALL_CLOCK)
  })
})

it('is listed page by page, the longest waiting first, until it is done: however many have asked since', async () => {
  const productId = await twoKinds(1, 0)
  const who = await newBuyer(cloud, 100)
  const orderId = await accepted(productId, who, asReturn)
  const [order] = (await ordersFor(cloud, productId)) as [OrderDocument]
  const crowd = Array.from({ length: 120 }, (_, index) => {
    const at = NOW + (index + 1) * 60_000
    const _id = `${'0'.repeat(23)}${String(index).padStart(3, '0')}`
    const asked = { _id, number: `M${index}`, pickupCode: `code-${index}`, state: 'returnAsked' as const }
    const trail = [{ action: 'askReturn' as const, at, by: '', note: null }]
    return { ...order, ...asked, trail, backKey: backKeyOf(_id, 'returnAsked', at) }
  })
  await cloud.engine.insertMany('mall_orders', crowd)
  const ids = (await allListed()).map(one => one.orderId)
  expect(ids.slice(-121)).toEqual([orderId, ...crowd.map(({ _id }) => _id)])
  await does(luo, 'takeBack', { orderId })
  expect((await allListed()).map(one => one.orderId)).toEqual(ids.filter(id => id !== orderId))
})

it('is said in words that WeChat has looked at, as is all that a buyer reads', async () => {
  const productId = await twoKinds(3, 0)
  const who = await newBuyer(cloud, 300)
  const order = async (delivery: object) =>
    expectData(await redeem(cloud, who, productId, { variantId: 'navy', delivery }, newRequestId())).orderId
  const [placed, sent] = [await order(atHome), await order(atHome)]
  await does(luo, 'shipOrder', { orderId: sent, carrier: '顺丰速运', number: 'SF99990001' })
  const node = { place: '武汉', words: '到达转运中心' }
  const name = 'uploads/nodes-looked-at.csv'
  const sheet = `运单号,时间,地点,说明\nSF99990001,2026-11-24 10:00,${node.place},${node.words}`
  const fileId = await upload(cloud, luo.openid, name, sheet)
  const kept = expectData(await redeem(cloud, who, productId, { variantId: 'navy' }, newRequestId())).orderId
  const { pickupCode } = await does(who, 'openOrder', { orderId: kept })
  await does(luo, 'handOver', { pickupCode })
  const asked = { orderId: kept, kind: 'return', reason: 'unwanted', words: '不想要了' }
  const decision = { orderId: kept, verdict: 'refuse', words: '不行不行' }
  const attempts = {
    ask: () => call(who, 'askAfterSale', asked),
    decide: () => call(luo, 'decideAfterSale', decision),
    cancel: () => call(who, 'cancelOrder', { orderId: placed, reason: '换一件' }),
    node: () => call(luo, 'addNode', { orderId: sent, ...node }),
    nodes: () => call(luo, 'importShipping', { kind: 'nodes', fileId }),
    shelve: () => call(luo, 'saveGood', { good: sampleGood }),
    rewrite: () => call(luo, 'saveGood', { productId, edition: 1, good: sampleGood }),
  }
  const looked = (mode: 'risky' | 'fail') =>
    cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: Object.keys(attempts).length } })
  await looked('risky')
  expectError('mall.askAfterSale', await attempts.ask(), 'CONTENT_REJECTED')
  expectError('mall.decideAfterSale', await attempts.decide(), 'CONTENT_REJECTED')
  expectError('mall.cancelOrder', await attempts.cancel(), 'CONTENT_REJECTED')
  expectError('mall.addNode', await attempts.node(), 'CONTENT_REJECTED')
  expectError('mall.importShipping', await attempts.nodes(), 'CONTENT_REJECTED')
  expectError('mall.saveGood', await attempts.shelve(), 'CONTENT_REJECTED')
  expectError('mall.saveGood', await attempts.rewrite(), 'CONTENT_REJECTED')
  await looked('fail')
  expectError('mall.askAfterSale', await attempts.ask(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('mall.decideAfterSale', await attempts.decide(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('mall.cancelOrder', await attempts.cancel(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('mall.addNode', await attempts.node(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('mall.importShipping', await attempts.nodes(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('mall.saveGood', await attempts.shelve(), 'CONTENT_CHECK_UNAVAILABLE')
  expectError('mall.saveGood', await attempts.rewrite(), 'CONTENT_CHECK_UNAVAILABLE')
  await cloud.fault({ clear: true })
  expectData(await attempts.ask())
  expectData(await attempts.decide())
  expect((await productIn(cloud, productId)).edition).toBe(1)
})
