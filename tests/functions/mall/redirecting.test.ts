import type { OrderDocument } from '../../../cloudfunctions/mall/store'
import { expectData, expectError } from '../../support/expectError'
import { upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import {
  atDesk,
  atHome,
  DESK,
  newBuyer,
  newProduct,
  overtaken,
  redeem,
  startMallCloud,
} from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'

const { lin, luo } = people
const parcel = { carrier: '顺丰速运', number: 'SF1442709186530' }

let cloud: TestCloud
let buyer: TestPerson
let productId: string

beforeAll(async () => {
  cloud = await startMallCloud()
})

beforeEach(async () => {
  productId = await newProduct(cloud, { stock: 3 })
  buyer = await newBuyer(cloud, 300)
})

afterAll(() => cloud.close())

interface Opened {
  order: Pick<OrderDocument, 'state' | 'trail' | 'delivery'> & { actions: string[]; edition: number }
  pickupCode: string | null
}

const ordered = async (delivery: object, ofProduct = productId) =>
  expectData(await redeem(cloud, buyer, ofProduct, { delivery })).orderId
const open = async (orderId: string) =>
  expectData(await cloud.call<Opened>(buyer.openid, 'mall.openOrder', { orderId }))
const redirect = (orderId: string, delivery: object, edition = 0, who = buyer) =>
  cloud.call<{ edition: number }>(who.openid, 'mall.redirectOrder', { orderId, edition, delivery })
const ship = (orderId: string, edition?: number) =>
  cloud.call(luo.openid, 'mall.shipOrder', { orderId, ...parcel, ...(edition ? { edition } : {}) })
const listed = async (kind: 'home' | 'desk') => {
  const reply = await cloud.call<{ orders: { orderId: string; delivery: object; phone: string | null }[] }>(
    luo.openid,
    'mall.listFulfilment',
    { kind },
  )
  return expectData(reply).orders
}

describe('an order that nobody has sent', () => {
  it('goes to a desk instead of home, and home again, and its keeper has it where it goes', async () => {
    const orderId = await ordered(atHome)
    expect((await open(orderId)).order.actions).toEqual(['cancel', 'toDesk'])
    expect(expectData(await redirect(orderId, atDesk))).toEqual({ edition: 1 })
    const waiting = await open(orderId)
    expect(waiting).toMatchObject({
      order: {
        edition: 1,
        delivery: { kind: 'desk', place: DESK.name, recipient: buyer.name, phoneMasked: null },
        trail: [{ action: 'place' }, { action: 'toDesk', by: buyer.name, note: DESK.name }],
        actions: ['cancel', 'toHome'],
      },
      pickupCode: expect.stringMatching(/^[0-9A-Z]{12}$/),
    })
    expect((await listed('home')).map(order => order.orderId)).not.toContain(orderId)
    const atItsDesk = (await listed('desk')).find(order => order.orderId === orderId)
    expect(atItsDesk).toMatchObject({ delivery: { place: DESK.name }, phone: null })

    const elsewhere = { ...atHome, address: '上海市嘉定区曹安公路 4800 号' }
    expect(expectData(await redirect(orderId, elsewhere, 1))).toEqual({ edition: 2 })
    const sent = await open(orderId)
    expect(sent.pickupCode).toBeNull()
    expect(sent.order.trail.at(-1)).toMatchObject({ action: 'toHome', note: null })
    const toBeSent = (await listed('home')).find(order => order.orderId === orderId)
    expect(toBeSent).toMatchObject({ delivery: { place: elsewhere.address }, phone: elsewhere.phone })
  })

  it('goes nowhere that its thing never could be had, and to no desk that there is not', async () => {
    const parcelOnly = await newProduct(cloud, { stock: 1, deliveries: ['home'] })
    const orderId = await ordered(atHome, parcelOnly)
    expect((await open(orderId)).order.actions).toEqual(['cancel'])
    expectError('mall.redirectOrder', await redirect(orderId, atDesk), 'MALL_DELIVERY_INVALID')
    const nowhere = await redirect(await ordered(atHome), { kind: 'desk', deskId: 'z' })
    expectError('mall.redirectOrder', nowhere, 'MALL_DELIVERY_INVALID')
  })

  it('is sent elsewhere by its owner alone', async () => {
    const orderId = await ordered(atHome)
    expectError('mall.redirectOrder', await redirect(orderId, atDesk, 0, lin), 'MALL_NOT_YOUR_ORDER')
    expectError('mall.redirectOrder', await redirect('nothing', atDesk), 'MALL_ORDER_MISSING')
  })

  it('is not sent elsewhere by a phone that shows where it went before', async () => {
    const orderId = await ordered(atHome)
    expectData(await redirect(orderId, atDesk))
    expectError('mall.redirectOrder', await redirect(orderId, atHome), 'MALL_DESTINATION_CHANGED')
    expectError('mall.redirectOrder', await redirect(orderId, atDesk, 1), 'MALL_TRANSITION_REFUSED')
  })
})

describe('an order that is sent while it goes elsewhere', () => {
  it('is one or the other', async () => {
    const late = await ordered(atHome)
    const moved = await overtaken(
      cloud,
      () => redirect(late, atDesk),
      async () => expectData(await ship(late)),
    )
    expectError('mall.redirectOrder', moved, 'MALL_TRANSITION_REFUSED')
    expect((await open(late)).order).toMatchObject({ state: 'shipped', delivery: { kind: 'home' } })

    const early = await ordered(atHome)
    const shipped = await overtaken(
      cloud,
      () => ship(early),
      async () => expectData(await redirect(early, atDesk)),
    )
    expectError('mall.shipOrder', shipped, 'MALL_TRANSITION_REFUSED')
    expect((await open(early)).order).toMatchObject({ state: 'placed', delivery: { kind: 'desk' } })
  })

  it('is not sent to the address of before', async () => {
    const orderId = await ordered(atHome)
    expectData(await redirect(orderId, atDesk))
    expectData(await redirect(orderId, { ...atHome, address: '成都市龙泉驿区经开区南路 1 号' }, 1))
    expectError('mall.shipOrder', await ship(orderId), 'MALL_DESTINATION_CHANGED')
    expectData(await ship(orderId, 2))
  })

  it('is left out of a file of waybills, whose other lines are done', async () => {
    const [moving, staying] = [await ordered(atHome), await ordered(atHome)]
    const numbers = new Map(
      (await cloud.dump<OrderDocument>('mall_orders')).map(one => [one._id, one.number]),
    )
    const line = (orderId: string, waybill: string) => `${numbers.get(orderId)},顺丰速运,${waybill}`
    const file = ['订单号,快递公司,运单号', line(moving, 'SF00000001'), line(staying, 'SF00000002')].join(
      '\n',
    )
    const fileId = await upload(cloud, luo.openid, 'uploads/moving.csv', file)
    const batch = { kind: 'waybills', fileId }
    const imported = await overtaken(
      cloud,
      () => cloud.call(luo.openid, 'mall.importShipping', batch),
      async () => expectData(await redirect(moving, atDesk)),
    )
    expect(expectData(imported)).toMatchObject({ done: 1, skipped: [{ number: numbers.get(moving) }] })
    expect((await open(moving)).order.state).toBe('placed')
    expect((await open(staying)).order.state).toBe('shipped')
  })
})
