import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { OrderDocument, ProductDocument } from '../../cloudfunctions/mall/store'
import { nextOrderState, type OrderState } from '../../domain/mall/order'
import { orderNumber } from '../../domain/mall/orderNumber'
import { fileIdOf } from './files'
import { desksTold, type GoodTold, goodsTold, type OrderTold, ordersTold } from './goods'
import type { Deed } from './ledger'
import { personOf } from './people'
import type { World } from './world'

export interface Mall {
  products: ProductDocument[]
  orders: OrderDocument[]
  deeds: Deed[]
}

export function mallOf(world: World): Mall {
  const orders = ordersTold.map(told => orderOf(world, told))
  return {
    orders,
    products: goodsTold.map(good => productOf(good, orders)),
    deeds: orders.flatMap(deedsOf),
  }
}

/** As many pieces came in as are on the shelf now and in orders. */
function productOf(good: GoodTold, orders: readonly OrderDocument[]): ProductDocument {
  const { id, name, picture, ground, category, price, stock, limit, unit, summary, deliveries } = good
  const sold = orders.filter(({ productId, restock }) => productId === id && restock === 'none')
  const takenBy: Record<string, number> = {}
  for (const { employeeId, quantity } of sold) takenBy[employeeId] = (takenBy[employeeId] ?? 0) + quantity
  return {
    _id: id,
    name,
    summary,
    category,
    coverFileId: fileIdOf('goods', picture),
    coverGround: ground,
    price,
    limitPerPerson: limit,
    unit,
    deliveries: [...deliveries],
    on: true,
    stock,
    delivered: stock + sold.reduce((sum, { quantity }) => sum + quantity, 0),
    reservations: [],
    restocked: [],
    takenBy,
  }
}

const PICKUP_CODE_LENGTH = 12

function orderOf(world: World, told: OrderTold): OrderDocument {
  const { calendar, chance } = world
  const buyer = world.who(told.by)
  const good = goodsTold.find(({ id }) => id === told.good) as GoodTold
  const placedAt = calendar.at(...told.placed)
  const _id = chance.id(placedAt)
  const steps = (told.steps ?? []).map(([action, daysAgo, clock, note = null]) => ({
    action,
    at: calendar.at(daysAgo, clock),
    by: action === 'ship' || action === 'handOver' ? world.who('wangyanqiu').name : buyer.name,
    note,
  }))
  const delivery = deliveryOf(told, buyer)
  const state = steps.reduce<OrderState>((before, { action }) => {
    const next = nextOrderState(before, action, delivery.kind)
    if (!next) throw new Error(`An order that is ${before} knows no ${action}`)
    return next
  }, 'placed')
  const [carrier, number] = steps.find(({ action }) => action === 'ship')?.note?.split(' ') ?? []
  return {
    _id,
    number: orderNumber(_id, placedAt),
    employeeId: buyer._id,
    buyer: personOf(buyer),
    productId: good.id,
    productName: good.name,
    coverFileId: fileIdOf('goods', good.picture),
    coverGround: good.ground,
    unit: good.unit,
    quantity: told.quantity,
    paid: good.price * told.quantity,
    state,
    delivery,
    parcel: carrier && number ? { carrier, number } : null,
    trail: [{ action: 'place', at: placedAt, by: buyer.name, note: null }, ...steps],
    placedAt,
    pickupCode: chance.id(placedAt).slice(-PICKUP_CODE_LENGTH),
    restock: state === 'cancelled' ? 'done' : 'none',
  }
}

function deliveryOf({ to }: OrderTold, { name, phone }: EmployeeDocument): OrderDocument['delivery'] {
  if ('address' in to) return { kind: 'home', deskId: null, place: to.address, recipient: name, phone }
  const place = desksTold.find(({ _id }) => _id === to.desk)?.name ?? ''
  return { kind: 'desk', deskId: to.desk, place, recipient: name, phone: null }
}

function deedsOf(order: OrderDocument): Deed[] {
  const { _id, employeeId, productName, paid, placedAt, trail } = order
  const cause = { employeeId, sourceId: _id, subject: { kind: 'order' as const, id: _id } }
  const spending: Deed = {
    ...cause,
    kind: 'spend',
    reason: 'mall.redeem',
    amount: paid,
    title: `兑换「${productName}」`,
    at: placedAt,
  }
  const cancelled = trail.find(({ action }) => action === 'cancel')
  if (!cancelled) return [spending]
  return [
    spending,
    {
      ...cause,
      kind: 'refund',
      reason: 'mall.redeem',
      amount: paid,
      title: `取消「${productName}」`,
      at: cancelled.at,
      because: cancelled.note ?? '',
    },
  ]
}
