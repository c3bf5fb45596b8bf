import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { spaced } from '@domain/kernel/characters'
import type { ProductView } from '@domain/mall/contract'
import { orderStates } from '@domain/mall/order'
import { _ } from '@platform/cloud'
import { type OrderDocument, orders, products } from './store'
import { productFields, productOf } from './views'

export { redeemedOn } from './dayFigures'
export { exportOf, forget } from './ownPart'

const UNDER_WAY_MAX = 99
const UNDER_WAY = orderStates.filter(state => state === 'placed' || state === 'shipped')

/** The orders that wait to be sent or handed over, oldest first, at most 50. One request. */
export async function waitingOrders(): Promise<WaitingItem[]> {
  const placed = await orders.find({
    where: { state: 'placed' },
    orderBy: [['_id', 'asc']],
    limit: WAITING_MAX,
  })
  return placed.map(waitingOf)
}

/** How many orders of a person are placed or on their way, counted up to 99. One request. */
export async function ordersUnderWay(employeeId: string): Promise<number> {
  const found = await orders.find({
    where: { employeeId, state: _.in(UNDER_WAY) },
    limit: UNDER_WAY_MAX,
    fields: ['_id'],
  })
  return found.length
}

/** Products by their ids, also those that are off the shelf. One request, none for no ids. */
export async function productsBy(ids: readonly string[]): Promise<ProductView[]> {
  if (ids.length === 0) return []
  const found = await products.find({
    where: { _id: _.in([...ids]) },
    limit: ids.length,
    fields: productFields,
  })
  return found.map(product => productOf(product, Date.now()))
}

function waitingOf(order: OrderDocument): WaitingItem {
  const { _id, buyer, delivery, productName, quantity, unit, placedAt } = order
  return {
    kind: delivery.kind === 'desk' ? 'pickup' : 'parcel',
    id: _id,
    place: delivery.kind === 'desk' ? delivery.place : '寄到家',
    person: buyer,
    title: `${buyer.name}换了 ${quantity} ${spaced(unit, productName)}`,
    summary: `订单 ${order.number}`,
    since: placedAt,
  }
}
