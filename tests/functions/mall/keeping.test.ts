import { DAY_MS } from '@domain/kernel/time'
import type { JournalEntry } from '@domain/mall/journal'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { again } from '../../support/again'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import {
  atHome,
  balanceOf,
  journalOf,
  MALL_CLOCK,
  newBuyer,
  productIn,
  redeem,
  redeemPatiently,
  startMallCloud,
  sweepLater,
  wrongIn,
} from '../../support/mallWorld'
import { changePerson, people, type TestPerson } from '../../support/people'

const { luo, lin } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

const { call, does, twoKinds } = mallCalls(() => cloud)
const kind = (variantId: string, more: object = {}) => ({ variantId, ...more })

describe('kinds of a thing', () => {
  it('are sold by their own stock, also to twenty at once', async () => {
    const productId = await twoKinds(5, 3)
    const buyers = await Promise.all(Array.from({ length: 20 }, () => newBuyer(cloud, 100)))
    const replies = await Promise.all(
      buyers.map(who => {
        const requestId = newRequestId()
        return again(() => redeem(cloud, who, productId, kind('navy'), requestId))
      }),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(5)
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 3, stockOf: { navy: 0, sand: 3 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
    expectError('mall.redeem', await redeemPatiently(cloud, lin, productId), 'MALL_VARIANT_MISSING')
  })

  it('are had in time, from a level on, and so many a period', async () => {
    const now = Date.parse('2026-11-24T12:20:00+08:00')
    const who = await newBuyer(cloud, 300)
    const early = await twoKinds(2, 0, { sale: { opensAt: now + 60_000, closesAt: null } })
    const late = await twoKinds(2, 0, { sale: { opensAt: 0, closesAt: now - 60_000 } })
    const high = await twoKinds(2, 0, { experienceMin: 1_000_000 })
    const monthly = await twoKinds(5, 0, { limitPerPeriod: { period: 'month', most: 1 } })
    const tries = (productId: string) => redeem(cloud, who, productId, kind('navy'), newRequestId())
    expectError('mall.redeem', await tries(early), 'MALL_NOT_OPEN_YET')
    expectError('mall.redeem', await tries(late), 'MALL_SALE_OVER')
    expectError('mall.redeem', await tries(high), 'MALL_LEVEL_TOO_LOW')
    const { orderId } = expectData(await tries(monthly))
    expectError('mall.redeem', await tries(monthly), 'MALL_OVER_PERIOD_LIMIT')
    await does(who, 'cancelOrder', { orderId, reason: '换一件' })
    expect((await tries(monthly)).ok).toBe(true)
    expect(await wrongIn(cloud, monthly)).toEqual([])
  })
})

describe('the journal of a shelf', () => {
  it('explains every piece, and a repeated command writes it once', async () => {
    const productId = await twoKinds(2, 0)
    const input = { productId, variantId: 'navy', pieces: 5, reason: 'arrived', words: '第二批到货' }
    const requestId = newRequestId()
    const first = await call<{ before: number; after: number }>(luo, 'changeStock', input, requestId)
    expect(expectData(first)).toEqual({ before: 2, after: 7 })
    expect(await call(luo, 'changeStock', input, requestId)).toEqual(first)
    expect(await journalOf(cloud, productId)).toHaveLength(2)
    expect(await productIn(cloud, productId)).toMatchObject({ stock: 7, delivered: 7, unwritten: [] })
    expectError(
      'mall.changeStock',
      await call(luo, 'changeStock', { ...input, reason: 'damaged', pieces: 8 }),
      'MALL_STOCK_TOO_LOW',
    )
    const other = { ...input, variantId: 'none' }
    expectError('mall.changeStock', await call(luo, 'changeStock', other), 'MALL_VARIANT_MISSING')
    const nothing = { ...input, productId: 'nothing' }
    expectError('mall.changeStock', await call(luo, 'changeStock', nothing), 'MALL_PRODUCT_MISSING')
    expectError(
      'mall.openStock',
      await call(luo, 'openStock', { productId: 'nothing' }),
      'MALL_PRODUCT_MISSING',
    )
    expect(await wrongIn(cloud, productId)).toEqual([])
    const opened = await does<{ journal: JournalEntry[] }>(luo, 'openStock', { productId })
    expect(opened.journal[0]).toMatchObject({ change: 5, before: 2, after: 7, by: luo.name })
  })

  it.each([3, 5, 7, 9])('loses nothing when a worker is killed at request %i', async after => {
    const productId = await twoKinds(2, 0)
    const input = { productId, variantId: 'navy', pieces: 1, reason: 'arrived', words: '补一件' }
    await cloud.fault({
      function: { name: 'mall', procedure: 'changeStock', mode: 'kill', after, times: 1, when: 'after' },
    })
    await call(luo, 'changeStock', input)
    await cloud.fault({ clear: true })
    expect(await wrongIn(cloud, productId)).toEqual([])
    type Listed = { product: { stock: number }; journal: JournalEntry[] }
    const { product, journal } = await does<Listed>(luo, 'openStock', { productId })
    expect(journal.reduce((sum, { change }) => sum + change, 0)).toBe(product.stock)
    expect(journal.map(({ number }) => number)).toEqual(journal.map((_, index) => journal.length - index))
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ unwritten: [] })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})

describe('what goes back', () => {
  const received = async (productId: string, who: TestPerson) => {
    const { orderId } = expectData(await redeem(cloud, who, productId, kind('navy')))
    const { pickupCode } = await does(who, 'openOrder', { orderId })
    await does(luo, 'handOver', { pickupCode })
    return orderId
  }

  it('brings coins and pieces back once', async () => {
    const productId = await twoKinds(2, 1)
    const who = await newBuyer(cloud, 100)
    const orderId = await received(productId, who)
    const ask = { orderId, kind: 'return', reason: 'broken', words: '' }
    expectError(
      'mall.askAfterSale',
      await call(who, 'askAfterSale', { ...ask, reason: 'size' }),
      'MALL_REASON_INVALID',
    )
    expectError('mall.askAfterSale', await call(lin, 'askAfterSale', ask), 'MALL_NOT_YOUR_ORDER')
    expectError('mall.takeBack', await call(luo, 'takeBack', { orderId }), 'MALL_TRANSITION_REFUSED')
    await does(who, 'askAfterSale', ask)
    await does(who, 'withdrawAfterSale', { orderId })
    await does(who, 'askAfterSale', ask)
    await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
    const answered = (await cloud.dump('mall_orders')).find(({ _id }) => _id === orderId)
    expect(answered).toMatchObject({ answeredAt: expect.any(Number) })
    expect(await does(luo, 'takeBack', { orderId })).toEqual({ refunded: 100 })
    expectError('mall.takeBack', await call(luo, 'takeBack', { orderId }), 'MALL_TRANSITION_REFUSED')
    expect(await balanceOf(cloud, who)).toBe(100)
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 2, sand: 1 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('is answered by another where a keeper asks: coins and the thing would both be theirs', async () => {
    const productId = await twoKinds(1, 0)
    const who = await newBuyer(cloud, 100, luo.grants)
    const orderId = await received(productId, who)
    await does(who, 'askAfterSale', { orderId, kind: 'return', reason: 'broken', words: '' })
    const own = { orderId, verdict: 'accept', words: '可以' }
    expectError('mall.decideAfterSale', await call(who, 'decideAfterSale', own), 'MALL_OWN_ORDER')
    await does(luo, 'decideAfterSale', own)
    expectError('mall.takeBack', await call(who, 'takeBack', { orderId }), 'MALL_OWN_ORDER')
    const { orders } = await does<{ orders: { orderId: string; actions: string[] }[] }>(
      who,
      'listAfterSales',
      {},
    )
    expect(orders).toMatchObject([{ orderId, actions: [] }])
    expect(await balanceOf(cloud, who)).toBe(0)
  })

  it('is told to those who give roles where there is no other keeper to answer it', async () => {
    const wish = { kind: 'return', reason: 'broken', words: '' }
    const hr = await newBuyer(cloud, 5, [{ role: 'hr' }])
    const who = await newBuyer(cloud, 200, [...luo.grants, { role: 'hr' }])
    const [first, second] = [
      await received(await twoKinds(1, 0), who),
      await received(await twoKinds(1, 0), who),
    ]
    const ask = (orderId: string) => does(who, 'askAfterSale', { orderId, ...wish })
    const told = async () =>
      (await cloud.dump<NoticeDocument>('notice_messages')).filter(
        one => [hr.employeeId, who.employeeId].includes(one.employeeId) && one.title.includes(who.name),
      )
    const alone = async () => (await does<{ alone: boolean }>(who, 'listAfterSales', {})).alone
    await ask(first)
    expect([await told(), await alone()]).toEqual([[], false])
    const others = (await cloud.dump<EmployeeDocument>('identity_employees')).filter(
      ({ _id, grants }) => _id !== who.employeeId && grants.some(({ role }) => role === 'keeper'),
    )
    for (const { _id } of others) await changePerson(cloud.engine, { employeeId: _id }, { grants: [] })
    await ask(second)
    expect(await alone()).toBe(true)
    const [{ employeeId }, target] = [hr, { kind: 'roles', id: second }]
    expect(await told()).toMatchObject([{ employeeId, kind: 'account', target }])
    for (const { _id, grants } of others) await changePerson(cloud.engine, { employeeId: _id }, { grants })
  })

  it('is neither answered nor sent by whom its buyer lent the mall to, while another keeper is there', async () => {
    const who = await newBuyer(cloud, 200, luo.grants)
    const now = Date.parse(MALL_CLOCK)
    const lent = { fromId: who.employeeId, fromName: who.name, startsAt: now - DAY_MS, endsAt: now + DAY_MS }
    const deputy = await newBuyer(cloud, 5, [{ role: 'keeper', lent }])
    const orderId = await received(await twoKinds(1, 0), who)
    await does(who, 'askAfterSale', { orderId, kind: 'return', reason: 'broken', words: '' })
    const inbox = async (keeper: TestPerson) =>
      expectData(await cloud.call<{ waiting: { id: string }[] }>(keeper.openid, 'access.openInbox')).waiting
    expect(await inbox(luo)).toContainEqual(expect.objectContaining({ id: orderId }))
    expect(await inbox(deputy)).not.toContainEqual(expect.objectContaining({ id: orderId }))
    const answer = { orderId, verdict: 'accept', words: '可以' }
    expectError('mall.decideAfterSale', await call(deputy, 'decideAfterSale', answer), 'MALL_OWN_ORDER')
    await does(luo, 'decideAfterSale', answer)
    expectError('mall.takeBack', await call(deputy, 'takeBack', { orderId }), 'MALL_OWN_ORDER')
    const { orders } = await does<{ orders: { orderId: string; actions: string[] }[] }>(
      deputy,
      'listAfterSales',
      {},
    )
    expect(orders).toContainEqual(expect.objectContaining({ orderId, actions: [] }))
    const more = kind('navy', { delivery: atHome })
    const parcel = expectData(await redeem(cloud, who, await twoKinds(1, 0), more))
    const sending = { orderId: parcel.orderId, carrier: '顺丰速运', number: 'SF00000001' }
    expectError('mall.shipOrder', await call(deputy, 'shipOrder', sending), 'MALL_OWN_ORDER')
    await does(luo, 'shipOrder', sending)
    expectError('mall.correctWaybill', await call(deputy, 'correctWaybill', sending), 'MALL_OWN_ORDER')
    expect(await balanceOf(cloud, who)).toBe(0)
  })

  it('is exchanged for another kind, once, with the shelf right at every moment', async () => {
    const productId = await twoKinds(2, 1)
    const who = await newBuyer(cloud, 200, luo.grants)
    const orderId = await received(productId, who)
    const ask = { orderId, kind: 'exchange', reason: 'colour', words: '', variantId: 'sand' }
    expectError(
      'mall.askAfterSale',
      await call(who, 'askAfterSale', { ...ask, variantId: 'none' }),
      'MALL_VARIANT_MISSING',
    )
    await does(who, 'askAfterSale', ask)
    await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
    expectError('mall.exchange', await call(who, 'exchange', { orderId }), 'MALL_OWN_ORDER')
    expect(await does(luo, 'exchange', { orderId })).toEqual({ state: 'placed' })
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 2, sand: 0 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
    await sweepLater(cloud)
    expect(await wrongIn(cloud, productId)).toEqual([])
    expectError('mall.exchange', await call(luo, 'exchange', { orderId }), 'MALL_TRANSITION_REFUSED')
  })

  const promised = async (productId: string, who: TestPerson) => {
    const orderId = await received(productId, who)
    const ask = { orderId, kind: 'exchange', reason: 'colour', words: '', variantId: 'sand' }
    await does(who, 'askAfterSale', ask)
    await does(luo, 'decideAfterSale', { orderId, verdict: 'accept', words: '带到前台' })
    return orderId
  }

  it('is exchanged when the day in which it counted is forgotten, and counts in none anew', async () => {
    const productId = await twoKinds(1, 1, { limitPerPeriod: { period: 'day', most: 1 } })
    const who = await newBuyer(cloud, 100)
    const orderId = await promised(productId, who)
    expect(await productIn(cloud, productId)).toMatchObject({
      takenIn: { d20261124: { [who.employeeId]: 1 } },
    })
    await cloud.clock('2026-11-26T03:30:00+08:00')
    await cloud.timer('mall', 'sweep')
    await does(luo, 'exchange', { orderId })
    await cloud.clock(MALL_CLOCK)
    expect(await productIn(cloud, productId)).toMatchObject({ takenIn: {}, stockOf: { navy: 1, sand: 0 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('is exchanged within the day in which it counts, once', async () => {
    const productId = await twoKinds(1, 1, { limitPerPeriod: { period: 'day', most: 1 } })
    const who = await newBuyer(cloud, 100)
    await does(luo, 'exchange', { orderId: await promised(productId, who) })
    expect(await productIn(cloud, productId)).toMatchObject({
      takenIn: { d20261124: { [who.employeeId]: 1 } },
    })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })

  it('is exchanged once by two keepers, one of whom dies with the pieces in hand', async () => {
    const productId = await twoKinds(1, 2)
    const who = await newBuyer(cloud, 100)
    const other = await newBuyer(cloud, 5, luo.grants)
    const orderId = await promised(productId, who)
    await cloud.fault({
      function: { name: 'mall', procedure: 'exchange', mode: 'kill', after: 5, times: 1, when: 'after' },
    })
    expect((await call(other, 'exchange', { orderId })).ok).toBe(false)
    await cloud.fault({ clear: true })
    await does(luo, 'exchange', { orderId })
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 1, sand: 0 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
    await sweepLater(cloud)
    expect(await productIn(cloud, productId)).toMatchObject({ stockOf: { navy: 1, sand: 1 } })
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})
