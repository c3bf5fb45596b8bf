import { EJSON } from 'bson'
import type { DeskDocument, OrderDocument, ProductDocument } from '../../../cloudfunctions/mall/store'
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { turn, whoHas } from './turns'

export function mallScreens({ people, dump, call }: BenchWorld): Subject[] {
  const who = (time: number) => turn(people, time).openid
  const keeper = whoHas(people, 'keeper').openid
  const products = dump<ProductDocument>('mall_products').filter(({ on }) => on)
  const openidOf = new Map(people.map(({ id, openid }) => [id, openid]))
  const orders = dump<OrderDocument>('mall_orders').filter(({ employeeId }) => openidOf.has(employeeId))
  return [
    {
      label: 'shop: mall.openShop',
      procedure: 'mall.openShop',
      call: time => call(who(time), 'mall.openShop', {}),
    },
    {
      label: 'product: mall.openProduct',
      procedure: 'mall.openProduct',
      call: time => call(who(time), 'mall.openProduct', { productId: turn(products, time)._id }),
    },
    {
      label: 'my orders: mall.listOrders',
      procedure: 'mall.listOrders',
      call: time => call(who(time), 'mall.listOrders', {}),
    },
    {
      label: 'order: mall.openOrder',
      procedure: 'mall.openOrder',
      call: time => {
        const { _id: orderId, employeeId } = turn(orders, time)
        return call(openidOf.get(employeeId) ?? '', 'mall.openOrder', { orderId })
      },
    },
    {
      label: 'to send: mall.listFulfilment',
      procedure: 'mall.listFulfilment',
      call: () => call(keeper, 'mall.listFulfilment', { kind: 'home' }),
    },
  ]
}

/** Purse and shelf of the demonstration world end soon; a bench that redeems a thousand times fills both first. */
async function fill({ engine, dump }: BenchWorld): Promise<void> {
  const setAll = (collectionName: string, values: object, where: object = {}) =>
    engine.execute('database.modifyDocument', {
      collectionName,
      query: JSON.stringify(where),
      data: EJSON.stringify({ $set: values }),
      multi: true,
      merge: true,
    })
  await setAll('coin_accounts', { balance: 10_000_000, debt: 0 })
  for (const { _id, stockOf } of dump<ProductDocument>('mall_products')) {
    const shelf = Object.keys(stockOf).map(variantId => [`stockOf.${variantId}`, SHELF] as const)
    const open = { limitPerPerson: null, limitPerPeriod: null, sale: null, experienceMin: 0 }
    await setAll(
      'mall_products',
      { stock: SHELF * shelf.length, ...Object.fromEntries(shelf), ...open },
      { _id },
    )
  }
}

/** Pieces of each variant: more than a bench redeems. */
const SHELF = 10_000

const HOME = {
  kind: 'home',
  recipient: '王小明',
  phone: '13800000426',
  address: '上海市嘉定区安亭镇百安公路 1 号',
} as const

/** Orders are placed, then go one of three ways: sent and received, handed over at the desk, or cancelled. */
export function mallActions(world: BenchWorld): Subject[] {
  const { people, dump, call } = world
  const who = (time: number) => turn(people, time).openid
  const keeper = whoHas(people, 'keeper').openid
  const products = dump<ProductDocument>('mall_products').filter(
    ({ on, deliveries }) => on && deliveries.includes('desk') && deliveries.includes('home'),
  )
  const desk = { kind: 'desk', deskId: turn(dump<DeskDocument>('mall_desks'), 0)._id } as const
  const placed: { desk: string[]; home: string[]; cancelled: string[] } = {
    desk: [],
    home: [],
    cancelled: [],
  }
  const place = async (time: number, way: keyof typeof placed) => {
    const delivery = way === 'home' ? HOME : desk
    const { _id: productId, price: priceSeen, variants } = turn(products, time)
    const { variantId } = turn(variants, time)
    const wish = { productId, variantId, quantity: 1, priceSeen, delivery }
    const called = await call(who(time), 'mall.redeem', wish)
    placed[way].push(called.data.orderId)
    return called
  }
  const placeAll = (way: keyof typeof placed) => async (times: number) => {
    for (let time = 0; time < times; time += 1) await place(time, way)
  }
  const codes = new Map<string, string>()
  const readCodes = async () => {
    for (const { _id, pickupCode } of dump<OrderDocument>('mall_orders')) codes.set(_id, pickupCode)
  }
  const parcel = { carrier: '顺丰速运', number: 'SF1234567890' }
  return [
    {
      label: 'mall.redeem',
      procedure: 'mall.redeem',
      prepare: () => fill(world),
      call: time => place(time, 'desk'),
    },
    {
      label: 'mall.handOver',
      procedure: 'mall.handOver',
      prepare: readCodes,
      call: time => call(keeper, 'mall.handOver', { pickupCode: codes.get(turn(placed.desk, time)) ?? '' }),
    },
    {
      label: 'mall.shipOrder',
      procedure: 'mall.shipOrder',
      prepare: placeAll('home'),
      call: time => call(keeper, 'mall.shipOrder', { orderId: turn(placed.home, time), ...parcel }),
    },
    {
      label: 'mall.confirmOrder',
      procedure: 'mall.confirmOrder',
      call: time => call(who(time), 'mall.confirmOrder', { orderId: turn(placed.home, time) }),
    },
    {
      label: 'mall.cancelOrder',
      procedure: 'mall.cancelOrder',
      prepare: placeAll('cancelled'),
      call: time =>
        call(who(time), 'mall.cancelOrder', {
          orderId: turn(placed.cancelled, time),
          reason: '拍错了，换一件',
        }),
    },
  ]
}
