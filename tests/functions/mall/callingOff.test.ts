import type { Entry } from '@domain/coin/entry'
import { auditOrders } from '@domain/mall/orderAudit'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import type { OrderDocument } from '../../../cloudfunctions/mall/store'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { again } from '../../support/again'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import {
  atHome,
  balanceOf,
  journalOf,
  newBuyer,
  newProduct,
  ordersFor,
  productIn,
  redeem,
  startMallCloud,
  wrongIn,
} from '../../support/mallWorld'
import { changePerson, people, type TestPerson } from '../../support/people'

const { luo, lin } = people
const reason = '仓库里找不到了，抱歉'

let cloud: TestCloud
let productId: string
let buyer: TestPerson

beforeAll(async () => {
  cloud = await startMallCloud({ workers: 1 })
})
beforeEach(async () => {
  productId = await newProduct(cloud, { stock: 3 })
  buyer = await newBuyer(cloud, 300)
})
afterEach(() => cloud.fault({ clear: true }))
afterAll(() => cloud.close())

const { call, does } = mallCalls(() => cloud)

const ordered = async (more: object = {}, who = buyer) =>
  expectData(await redeem(cloud, who, productId, more)).orderId
const orderIn = async (orderId: string) =>
  (await ordersFor(cloud, productId)).find(({ _id }) => _id === orderId) as OrderDocument

/** Coins, orders and shelves agree. */
async function expectSound(): Promise<void> {
  expect(await wrongIn(cloud, productId)).toEqual([])
  const entries = await cloud.dump<Entry>('coin_entries')
  expect(auditOrders(await cloud.dump<OrderDocument>('mall_orders'), entries)).toEqual([])
}

describe('an order that its keeper calls off', () => {
  it.each(['lost', 'damaged'])(
    'because its pieces are %s gives the coins back and leaves the books',
    async cause => {
      const orderId = await ordered({ quantity: 2, delivery: atHome })
      expect(await does(luo, 'callOffOrder', { orderId, cause, reason })).toEqual({ refunded: 200 })
      expect(await balanceOf(cloud, buyer)).toBe(300)
      expect(await productIn(cloud, productId)).toMatchObject({ stock: 1, delivered: 1, takenBy: {} })
      const { unwritten } = await productIn(cloud, productId)
      expect([...(await journalOf(cloud, productId)), ...unwritten].at(-1)).toMatchObject({
        ...{ change: -2, reason: cause, by: { name: luo.name } },
        words: expect.stringMatching(/^没给出去的订单 M/),
      })
      await expectSound()
    },
  )

  it('because it is not what was promised puts the pieces back, and tells the buyer why', async () => {
    const orderId = await ordered()
    await does(luo, 'callOffOrder', { orderId, cause: 'wrong', reason })
    expect(await orderIn(orderId)).toMatchObject({
      state: 'cancelled',
      restock: 'done',
      trail: [{}, { action: 'callOff', by: luo.name, note: reason }],
    })
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 3, delivered: 3 })
    const told = (await cloud.dump<NoticeDocument>('notice_messages')).filter(
      ({ target }) => target?.id === orderId,
    )
    expect(told).toMatchObject([
      { employeeId: buyer.employeeId, title: '羊毛披毯给不了你了，100 沃币已退回', body: reason },
    ])
    await expectSound()
  })

  it('is offered as long as nothing was given out, and never of one’s own', async () => {
    const orderId = await ordered()
    const off = { orderId, cause: 'lost', reason }
    const { orders } = await does<{ orders: { orderId: string; actions: string[] }[] }>(luo, 'findOrders', {
      text: buyer.name,
    })
    expect(orders).toMatchObject([{ orderId, actions: ['handOver', 'callOff'] }])
    const keeper = await newBuyer(cloud, 100, luo.grants)
    const own = { ...off, orderId: await ordered({}, keeper) }
    expectError('mall.callOffOrder', await call(keeper, 'callOffOrder', own), 'MALL_OWN_ORDER')
    const none = { ...off, orderId: 'none' }
    expectError('mall.callOffOrder', await call(luo, 'callOffOrder', none), 'MALL_ORDER_MISSING')
    expectError('mall.callOffOrder', await call(lin, 'callOffOrder', off), 'NOT_ALLOWED')
    await does(luo, 'callOffOrder', off)
    expectError('mall.callOffOrder', await call(luo, 'callOffOrder', off), 'MALL_TRANSITION_REFUSED')
    expect(await balanceOf(cloud, buyer)).toBe(300)
  })

  it('stays where WeChat refuses the words, or can’t look at them', async () => {
    const off = { orderId: await ordered(), cause: 'lost', reason }
    const callOff = async (mode: 'risky' | 'fail') => {
      await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
      return call(luo, 'callOffOrder', off)
    }
    expectError('mall.callOffOrder', await callOff('risky'), 'CONTENT_REJECTED')
    expectError('mall.callOffOrder', await callOff('fail'), 'CONTENT_CHECK_UNAVAILABLE')
    expect(await orderIn(off.orderId)).toMatchObject({ state: 'placed' })
  })

  it.each([4, 8, 10, 12])('killed at request %i and repeated ends it once', async step => {
    const orderId = await ordered()
    const off = () =>
      call<{ refunded: number }>(luo, 'callOffOrder', { orderId, cause: 'lost', reason }, `off-${productId}`)
    const fault = { name: 'mall', procedure: 'callOffOrder', mode: 'kill', after: step, times: 1 } as const
    await cloud.fault({ function: { ...fault, when: 'after' } })
    await off()
    await cloud.fault({ clear: true })
    expect(expectData(await again(off)).refunded).toBe(100)
    await cloud.timer('mall', 'sweep')
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 2, delivered: 2 })
    expect(await balanceOf(cloud, buyer)).toBe(300)
    await expectSound()
  })
})

describe('orders of somebody who leaves', () => {
  const partingOf = async ({ employeeId }: TestPerson) =>
    (await cloud.dump<EmployeeDocument>('identity_employees')).find(({ _id }) => _id === employeeId)?.parting

  it('end where nothing was given out: coins and pieces go back, and no keeper waits for them', async () => {
    const [desk, home, given] = [await ordered(), await ordered({ delivery: atHome }), await ordered()]
    const { pickupCode } = await does(buyer, 'openOrder', { orderId: given })
    await does(luo, 'handOver', { pickupCode })
    await changePerson(cloud.engine, buyer, { status: 'left', parting: ['mall'] })
    await cloud.timer('mall', 'sweep')
    for (const orderId of [desk, home])
      expect(await orderIn(orderId)).toMatchObject({
        state: 'cancelled',
        trail: [{}, { action: 'part', note: '离职' }],
      })
    expect(await orderIn(given)).toMatchObject({ state: 'received' })
    expect(await balanceOf(cloud, buyer)).toBe(200)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 2 })
    for (const kind of ['desk', 'home']) {
      const { orders } = await does<{ orders: { orderId: string }[] }>(luo, 'listFulfilment', { kind })
      expect(orders.filter(({ orderId }) => [desk, home].includes(orderId))).toEqual([])
    }
    expect(await partingOf(buyer)).toEqual(['mall'])
    await cloud.timer('mall', 'sweep')
    expect(await partingOf(buyer)).toEqual([])
    await expectSound()
  })

  it('stay whose buyer is back before the timer comes', async () => {
    const orderId = await ordered()
    await changePerson(cloud.engine, buyer, { status: 'active', parting: ['mall'] })
    await cloud.timer('mall', 'sweep')
    expect(await orderIn(orderId)).toMatchObject({ state: 'placed' })
  })
})
