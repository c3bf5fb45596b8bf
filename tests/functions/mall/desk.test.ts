import { searchTermsOf } from '@domain/identity/searchTerms'
import type { OutputOf } from '@domain/kernel/contract'
import type { mall } from '@domain/mall/contract'
import { sortKeys } from '@domain/mall/goods'
import { productTermsOf } from '@domain/mall/searchTerms'
import type { OrderDocument } from '../../../cloudfunctions/mall/store'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { mallCalls } from '../../support/mallCalls'
import { atDesk, atHome, DESK, newBuyer, newProduct, redeem, startMallCloud } from '../../support/mallWorld'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const { luo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
  await cloud.engine.insertMany('mall_desks', [{ ...DESK, _id: 'b', name: '成都前台', site: '成都' }])
})
afterAll(() => cloud.close())

const { call, does } = mallCalls(() => cloud)

type Of<N extends keyof typeof mall> = OutputOf<(typeof mall)[N]>

const good = (name: string, price = 100) => {
  const terms = productTermsOf([name])
  return newProduct(cloud, { stock: 9, name, terms, ...sortKeys({ _id: name, price, shelvedAt: 0 }) })
}

async function ordered(who: TestPerson, productId: string, delivery: object = atDesk) {
  const { orderId } = expectData(await redeem(cloud, who, productId, { delivery }, newRequestId()))
  return (await does<Of<'openOrder'>>(who, 'openOrder', { orderId })).order
}

const found = async (text: string) =>
  (await does<Of<'findOrders'>>(luo, 'findOrders', { text })).orders.map(({ orderId }) => orderId)
/** The newest first: by their ids. */
const newest = (...orders: { orderId: string }[]) =>
  orders
    .map(({ orderId }) => orderId)
    .sort()
    .reverse()

test('an order is found by its number, its waybill, whose it is and what was redeemed, in any state', async () => {
  const who = await newBuyer(cloud, 300)
  const [lamp, cup] = [await good('露营灯'), await good('搪瓷杯')]
  const sent = await ordered(who, lamp, atHome)
  await does(luo, 'shipOrder', { orderId: sent.orderId, carrier: '顺丰速运', number: 'SF55556666' })
  const waiting = await ordered(who, cup)
  expect(await found(sent.number.replaceAll(' ', '').toLowerCase())).toEqual([sent.orderId])
  expect(await found(sent.number.slice(0, 5))).toEqual(newest(waiting, sent))
  expect(await found('sf 5555 6666')).toEqual([sent.orderId])
  expect(await found(who.name)).toEqual(newest(waiting, sent))
  expect(await found('露营')).toEqual([sent.orderId])
  expect(await found('tcb')).toEqual([waiting.orderId])
  expect(await found('没有这样的')).toEqual([])
  // A label that has done its work shows no phone any more.
  const phoneOf = async () =>
    (await does<Of<'findOrders'>>(luo, 'findOrders', { text: '露营' })).orders[0]?.phone
  expect(await phoneOf()).toBe(atHome.phone)
  await does(who, 'confirmOrder', { orderId: sent.orderId })
  expect(await phoneOf()).toBeNull()
  expect(await call(who, 'findOrders', { text: '露营' })).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
})

/** Orders that are like another one, as if they had been placed before it. */
async function placedBefore(orderId: string, count: number) {
  const order = (await cloud.dump<OrderDocument>('mall_orders')).find(({ _id }) => _id === orderId)
  const copies = Array.from({ length: count }, (_, index) => {
    const _id = `00${String(index).padStart(3, '0')}${orderId.slice(5)}`
    return { ...order, _id, pickupCode: _id }
  })
  await cloud.engine.insertMany('mall_orders', copies)
}

test('of many orders the newest are found, whosever and of whatever they are', async () => {
  const [early, late] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  const [tent, peg] = [await good('天幕帐篷'), await good('天幕地钉')]
  const old = await ordered(early, tent)
  await placedBefore(old.orderId, 60)
  const fresh = await ordered(late, peg)
  for (const person of [early, late])
    await changePerson(cloud.engine, person, {
      name: '欧阳天幕',
      searchTerms: searchTermsOf({ _id: person.employeeId, name: '欧阳天幕' }),
    })
  for (const text of ['天幕', '欧阳天']) {
    const { orders, complete } = await does<Of<'findOrders'>>(luo, 'findOrders', { text })
    expect(complete).toBe(false)
    expect(orders).toHaveLength(50)
    expect(orders.slice(0, 2).map(({ orderId }) => orderId)).toEqual(newest(fresh, old))
  }
})

test('the orders of whoever has left are found', async () => {
  const who = await newBuyer(cloud, 100)
  const { orderId } = await ordered(who, await good('折叠椅'))
  await changePerson(cloud.engine, who, { status: 'left' })
  expect(await found(who.name)).toEqual([orderId])
  expect(await found(who.employeeId)).toEqual([orderId])
})

test('where more people or goods are called alike than are looked at, it is said that some are left out', async () => {
  const isComplete = async (text: string) =>
    (await does<Of<'findOrders'>>(luo, 'findOrders', { text })).complete
  const alike = (index: number): TestPerson => ({
    ...people.chen,
    employeeId: `VC7200${String(index).padStart(2, '0')}`,
    openid: `wx-alike-${index}`,
    name: '诸葛同名',
  })
  await insertPeople(
    cloud.engine,
    Array.from({ length: 50 }, (_, index) => alike(index)),
  )
  for (let count = 0; count < 50; count += 1) await good('登山杖')
  expect([await isComplete('诸葛'), await isComplete('登山杖')]).toEqual([true, true])
  await insertPeople(cloud.engine, [alike(50)])
  await good('登山杖')
  expect([await isComplete('诸葛'), await isComplete('登山杖')]).toEqual([false, false])
})

test('what waits is listed of one desk alone, and picked for the people of each place', async () => {
  const [first, second] = [await newBuyer(cloud, 200), await newBuyer(cloud, 100)]
  const mat = await good('野餐垫')
  const here = await ordered(first, mat)
  const there = await ordered(second, mat, { kind: 'desk', deskId: 'b' })
  const home = await ordered(first, mat, atHome)
  const atOne = await does<Of<'listFulfilment'>>(luo, 'listFulfilment', { kind: 'desk', deskId: 'b' })
  expect(atOne.orders.map(({ orderId }) => orderId)).toEqual([there.orderId])
  expect(atOne.desks.map(({ deskId }) => deskId)).toEqual(['a', 'b'])
  const { picks } = await does<Of<'openPicking'>>(luo, 'openPicking', {})
  expect(picks.find(({ productId }) => productId === mat)).toMatchObject({
    coverFileId: here.coverFileId,
    quantity: 3,
    places: expect.arrayContaining([
      { place: DESK.name, quantity: 1, people: [{ name: first.name, number: here.number, quantity: 1 }] },
      { place: '成都前台', quantity: 1, people: [{ name: second.name, number: there.number, quantity: 1 }] },
      { place: '寄到家', quantity: 1, people: [{ name: first.name, number: home.number, quantity: 1 }] },
    ]),
  })
})

test('a good is found by its name or its pinyin, also off the shelf', async () => {
  const [on, off] = [await good('雪地靴'), await good('雪地帽')]
  const { good: kept } = await does<Of<'openGood'>>(luo, 'openGood', { productId: off })
  expect(kept.name).toBe('雪地帽')
  const listed = async (input: object) =>
    (await does<Of<'listGoods'>>(luo, 'listGoods', input)).goods.map(({ productId }) => productId)
  expect(await listed({ text: '雪地' })).toEqual([on, off])
  expect(await listed({ text: 'xdm' })).toEqual([off])
  expect(await listed({ text: '雪地', on: false })).toEqual([])
})
