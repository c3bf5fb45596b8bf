import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { expectData, expectError } from '../../support/expectError'
import { upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import {
  atHome,
  balanceOf,
  newBuyer,
  newProduct,
  ordersFor,
  productIn,
  redeem,
  startMallCloud,
  wrongIn,
} from '../../support/mallWorld'
import { openedPage } from '../../support/openedPage'
import { changePerson, people, type TestPerson } from '../../support/people'

const { lin, luo } = people
const parcel = { carrier: '顺丰速运', number: 'SF1442709186530' }
let cloud: TestCloud
let buyer: TestPerson
let productId: string

beforeAll(async () => {
  cloud = await startMallCloud()
})

beforeEach(async () => {
  productId = await newProduct(cloud, { stock: 3, limitPerPerson: 2 })
  buyer = await newBuyer(cloud, 300)
})

afterAll(() => cloud.close())

interface Opened {
  order: {
    state: string
    actions: string[]
    delivery: { phoneMasked: string | null }
    parcel: unknown
    nodes: { place: string }[]
  }
  pickupCode: string | null
  pickupDesk: { name: string; hours: string } | null
}

const ordered = async (delivery?: object) =>
  expectData(await redeem(cloud, buyer, productId, delivery ? { delivery } : {})).orderId
const open = (who: TestPerson, orderId: string) =>
  cloud.call<Opened>(who.openid, 'mall.openOrder', { orderId })
const ship = (orderId: string, who: TestPerson = luo, requestId?: string) =>
  cloud.call(who.openid, 'mall.shipOrder', { orderId, ...parcel }, requestId)
const handOver = (pickupCode: string, requestId?: string) =>
  cloud.call(luo.openid, 'mall.handOver', { pickupCode }, requestId)
const pickup = (code: unknown, who = luo) => cloud.call(who.openid, 'mall.openPickup', { pickupCode: code })
const confirm = (orderId: string, who = buyer) => cloud.call(who.openid, 'mall.confirmOrder', { orderId })
const cancel = (orderId: string, who = buyer, requestId?: string) =>
  cloud.call(who.openid, 'mall.cancelOrder', { orderId, reason: '不想要了' }, requestId)
const isKeeping = ({ role }: EmployeeDocument['grants'][number]) => role === 'keeper'
const only = <T>(all: readonly T[], is: (one: T) => boolean): T => {
  const found = all.find(is)
  if (!found) throw new Error('There is none')
  return found
}
const noticesOf = async (orderId: string) =>
  (await cloud.dump<NoticeDocument>('notice_messages')).filter(({ target }) => target?.id === orderId)

describe('the shop', () => {
  it('shows goods with my balance, and what I have taken of one', async () => {
    await ordered()
    const shop = expectData(await cloud.call(buyer.openid, 'mall.openShop'))
    expect(shop).toMatchObject({ balance: 200 })
    expect(JSON.stringify(shop)).not.toContain('takenBy')
    const product = await cloud.call(buyer.openid, 'mall.openProduct', { productId })
    expect(expectData(product)).toMatchObject({
      taken: 1,
      balance: 200,
      product: { stock: 2 },
      desks: [{ deskId: 'a' }],
    })
    const missing = await cloud.call(buyer.openid, 'mall.openProduct', { productId: 'nothing' })
    expectError('mall.openProduct', missing, 'MALL_PRODUCT_MISSING')
  })

  it('pages by category and leaves out what is off', async () => {
    for (let index = 0; index < 21; index += 1) await newProduct(cloud, { stock: 1, category: 'kids' })
    await newProduct(cloud, { stock: 1, category: 'kids', on: false })
    const page = async (after?: string) =>
      expectData(
        await cloud.call<{ products: unknown[]; next: string | null }>(buyer.openid, 'mall.openShop', {
          category: 'kids',
          ...(after ? { after } : {}),
        }),
      )
    const first = await page()
    expect(first.products).toHaveLength(20)
    const second = await page(first.next ?? '')
    expect(second).toMatchObject({ products: [{ category: 'kids' }], next: null })
  })
})

describe('an order to a home', () => {
  it('is shipped with carrier and number, told to the buyer, and confirmed', async () => {
    await cloud.engine.insertMany('notice_permissions', [
      { _id: buyer.employeeId, left: { orderProgress: 1 } },
    ])
    await cloud.subscribe(buyer.openid, 'orderProgress', 1)
    const orderId = await ordered(atHome)
    const first = await ship(orderId, luo, `ship-${productId}`)
    expect(expectData(first)).toEqual({ state: 'shipped' })
    expect(await ship(orderId, luo, `ship-${productId}`)).toEqual(first)
    expect(await noticesOf(orderId)).toMatchObject([{ employeeId: buyer.employeeId, kind: 'order' }])
    const sent = (await cloud.outbox()).filter(({ api }) => api.endsWith('subscribeMessage.send'))
    expect(JSON.stringify(sent)).toContain('已寄出')
    expect(openedPage(String(sent.at(-1)?.data.page))).toEqual({
      page: 'rooms/mall/pages/order/index',
      params: { orderId },
    })
    expect(expectData(await open(buyer, orderId)).order).toMatchObject({ parcel, actions: ['confirm'] })
    expectError('mall.confirmOrder', await confirm(orderId, lin), 'MALL_NOT_YOUR_ORDER')
    expect(expectData(await confirm(orderId))).toEqual({ state: 'received' })
    expectError('mall.confirmOrder', await confirm(orderId), 'MALL_TRANSITION_REFUSED')
  })

  it('tells its buyer where the parcel is, as long as it is on its way', async () => {
    const orderId = await ordered(atHome)
    const node = { orderId, place: '武汉转运中心', words: '到达，下一站上海' }
    const add = () => cloud.call<{ nodes: number }>(luo.openid, 'mall.addNode', node)
    expectError('mall.addNode', await add(), 'MALL_TRANSITION_REFUSED')
    expectData(await ship(orderId))
    const listed = await cloud.call<{ orders: { orderId: string }[] }>(luo.openid, 'mall.listFulfilment', {
      kind: 'sent',
    })
    expect(expectData(listed).orders.map(order => order.orderId)).toContain(orderId)
    expect(expectData(await add())).toEqual({ nodes: 1 })
    expect(expectData(await open(buyer, orderId)).order).toMatchObject({ nodes: [{ place: '武汉转运中心' }] })
    expect((await noticesOf(orderId)).map(({ title }) => title)).toContain('羊毛披毯到了武汉转运中心')
  })

  it('is told when a keeper corrects what the parcel is called, while it is on its way', async () => {
    const orderId = await ordered(atHome)
    const correct = (who: TestPerson, wanted = orderId) =>
      cloud.call(who.openid, 'mall.correctWaybill', {
        orderId: wanted,
        ...{ carrier: '京东快递', number: 'jd 0099 8877' },
      })
    expectError('mall.correctWaybill', await correct(luo), 'MALL_TRANSITION_REFUSED')
    expectError('mall.correctWaybill', await correct(luo, 'nothing'), 'MALL_ORDER_MISSING')
    expectData(await ship(orderId))
    expectError('mall.correctWaybill', await correct(buyer), 'NOT_ALLOWED')
    expect(expectData(await correct(luo))).toEqual({ state: 'shipped' })
    const { order } = expectData(await open(buyer, orderId))
    expect(order).toMatchObject({
      parcel: { carrier: '京东快递', number: 'JD00998877' },
      trail: [{ action: 'place' }, { action: 'ship' }, { action: 'correct', note: '京东快递 JD00998877' }],
    })
    expect((await noticesOf(orderId)).map(({ title }) => title)).toContain('羊毛披毯的运单号改了')
    await confirm(orderId)
    expectError('mall.correctWaybill', await correct(luo), 'MALL_TRANSITION_REFUSED')
  })

  it('forgets where the old number was, and keeps it where the carrier alone was wrong', async () => {
    const orderId = await ordered(atHome)
    expectData(await ship(orderId))
    const add = async (place: string) =>
      expectData(await cloud.call(luo.openid, 'mall.addNode', { orderId, place, words: '到达' }))
    const correct = async (waybill: typeof parcel) =>
      expectData(await cloud.call(luo.openid, 'mall.correctWaybill', { orderId, ...waybill }))
    const places = async () => expectData(await open(buyer, orderId)).order.nodes.map(({ place }) => place)
    await add('广州')
    await correct({ ...parcel, carrier: '中通快递' })
    expect(await places()).toEqual(['广州'])
    await correct({ ...parcel, number: 'SF1442709189999' })
    expect(await places()).toEqual([])
    await add('武汉')
    expect(await places()).toEqual(['武汉'])
  })

  it('shows the whole phone to the keeper alone', async () => {
    const orderId = await ordered(atHome)
    expect(expectData(await open(buyer, orderId)).order.delivery.phoneMasked).toBe('138****0426')
    expect(JSON.stringify(await open(luo, orderId))).not.toContain(atHome.phone)
    const reply = await cloud.call<{ orders: { orderId: string; phone: string }[] }>(
      luo.openid,
      'mall.listFulfilment',
      { kind: 'home' },
    )
    const listed = expectData(reply).orders.find(order => order.orderId === orderId)
    expect(listed).toMatchObject({ phone: atHome.phone, buyer: { name: buyer.name } })
    expect(listed).toMatchObject({ actions: ['ship', 'callOff'] })
    const byBuyer = await cloud.call(buyer.openid, 'mall.listFulfilment', { kind: 'home' })
    expectError('mall.listFulfilment', byBuyer, 'NOT_ALLOWED')
  })

  it('is shipped by a keeper alone, once, and only when it waits', async () => {
    const orderId = await ordered(atHome)
    expectError('mall.shipOrder', await ship(orderId, buyer), 'NOT_ALLOWED')
    expectError('mall.shipOrder', await ship('nothing'), 'MALL_ORDER_MISSING')
    await ship(orderId)
    expectError('mall.shipOrder', await ship(orderId), 'MALL_TRANSITION_REFUSED')
    expectError('mall.cancelOrder', await cancel(orderId), 'MALL_TRANSITION_REFUSED')
    expectError('mall.shipOrder', await ship(await ordered()), 'MALL_TRANSITION_REFUSED')
  })
})

describe('an order to a desk', () => {
  it('is handed over by the code that the buyer alone can show', async () => {
    const orderId = await ordered()
    const { pickupCode, pickupDesk } = expectData(await open(buyer, orderId))
    expect([Boolean(pickupDesk?.hours), pickupCode]).toEqual([true, expect.stringMatching(/^[0-9A-Z]{12}$/)])
    expect(expectData(await open(luo, orderId))).toMatchObject({ pickupCode: null, pickupDesk: null })
    expectError('mall.handOver', await handOver('WRONGCODE123'), 'MALL_PICKUP_CODE_WRONG')
    expectError('mall.openPickup', await pickup('WRONGCODE123'), 'MALL_PICKUP_CODE_WRONG')
    const whose = { orderId, quantity: 1, buyer: { name: buyer.name } }
    expect(expectData(await pickup(pickupCode))).toMatchObject(whose)
    const typed = `${pickupCode?.slice(0, 4).toLowerCase()} ${pickupCode?.slice(4)}`
    const first = await handOver(typed, `over-${productId}`)
    expect(expectData(first)).toMatchObject(whose)
    expect(await handOver(typed, `over-${productId}`)).toEqual(first)
    expectError('mall.handOver', await handOver(typed), 'MALL_TRANSITION_REFUSED')
    expectError('mall.openPickup', await pickup(pickupCode), 'MALL_TRANSITION_REFUSED')
    expect(expectData(await open(buyer, orderId))).toMatchObject({
      pickupCode: null,
      order: { state: 'received', actions: ['askReturn', 'askExchange'] },
    })
    expect(await noticesOf(orderId)).toHaveLength(1)
  })
})

describe("a keeper's own order", () => {
  it('is given out by another keeper, at the desk, in a parcel and in a sheet; by themselves where there is none', async () => {
    const keeper = await newBuyer(cloud, 300, luo.grants)
    const own = async (delivery: object) => {
      const { orderId } = expectData(await redeem(cloud, keeper, productId, delivery))
      const placed = await cloud.dump<{ _id: string; number: string; pickupCode: string }>('mall_orders')
      return only(placed, ({ _id }) => _id === orderId)
    }
    const atDesk = await own({})
    const handing = await cloud.call(keeper.openid, 'mall.handOver', { pickupCode: atDesk.pickupCode })
    expectError('mall.handOver', handing, 'MALL_OWN_ORDER')
    expectError('mall.openPickup', await pickup(atDesk.pickupCode, keeper), 'MALL_OWN_ORDER')
    expectData(await handOver(atDesk.pickupCode))

    const sent = await own({ delivery: atHome })
    const line = `${sent.number},${parcel.carrier},${parcel.number}`
    const fileId = await upload(cloud, keeper.openid, 'uploads/own.csv', `订单号,快递公司,运单号\n${line}`)
    const checked = await cloud.call(keeper.openid, 'mall.checkShipping', { kind: 'waybills', fileId })
    const words = '这是你自己或所代同事的订单，请另一位同事来寄'
    expect(expectData(checked)).toMatchObject({ lines: [{ words, wrong: true }] })
    expectError('mall.shipOrder', await ship(sent._id, keeper), 'MALL_OWN_ORDER')

    const staff = await cloud.dump<EmployeeDocument>('identity_employees')
    const others = staff.filter(({ _id, grants }) => _id !== keeper.employeeId && grants.some(isKeeping))
    for (const { _id } of others) await changePerson(cloud.engine, { employeeId: _id }, { grants: [] })
    expect(expectData(await ship(sent._id, keeper))).toEqual({ state: 'shipped' })
    for (const { _id, grants } of others) await changePerson(cloud.engine, { employeeId: _id }, { grants })
  })
})

describe('an order of somebody else', () => {
  it('can neither be seen nor touched', async () => {
    const orderId = await ordered()
    expectError('mall.openOrder', await open(lin, orderId), 'MALL_NOT_YOUR_ORDER')
    expectError('mall.openOrder', await open(lin, 'nothing'), 'MALL_ORDER_MISSING')
    expectError('mall.cancelOrder', await cancel(orderId, lin), 'MALL_NOT_YOUR_ORDER')
    expectError('mall.confirmOrder', await confirm('nothing'), 'MALL_ORDER_MISSING')
    expect(expectData(await cloud.call(lin.openid, 'mall.listOrders'))).toMatchObject({ orders: [] })
  })
})

describe('cancelling', () => {
  it('takes the price from the order, without reading the entry that paid it', async () => {
    await cancel(await ordered())
    const record = (await cloud.log('mall.cancelOrder')).at(-1)
    const ofEntries = record?.databaseRequests.filter(({ collection }) => collection === 'coin_entries')
    expect(ofEntries).toHaveLength(1)
  })

  it('returns coins and pieces once, and frees the limit', async () => {
    const orderId = await ordered()
    const second = await ordered()
    expectError('mall.redeem', await redeem(cloud, buyer, productId), 'MALL_OVER_LIMIT')
    const first = await cancel(orderId, buyer, `cancel-${productId}`)
    expect(expectData(first)).toEqual({ refunded: 100, balance: 200 })
    expect(await cancel(orderId, buyer, `cancel-${productId}`)).toEqual(first)
    expectError('mall.cancelOrder', await cancel(orderId), 'MALL_TRANSITION_REFUSED')
    expectError('mall.cancelOrder', await cancel('nothing'), 'MALL_ORDER_MISSING')
    expect(await balanceOf(cloud, buyer)).toBe(200)
    expect(await productIn(cloud, productId)).toMatchObject({
      stock: 2,
      takenBy: { [buyer.employeeId]: 1 },
    })
    const third = await ordered()
    const states = new Map((await ordersFor(cloud, productId)).map(({ _id, state }) => [_id, state]))
    expect([orderId, second, third].map(id => states.get(id))).toEqual(['cancelled', 'placed', 'placed'])
    expect(await wrongIn(cloud, productId)).toEqual([])
  })
})
