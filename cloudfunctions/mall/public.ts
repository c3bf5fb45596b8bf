import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { spaced } from '@domain/kernel/characters'
import type { Instant } from '@domain/kernel/time'
import { reasonName } from '@domain/mall/afterSale'
import type { ProductView } from '@domain/mall/contract'
import { type OrderState, orderStates } from '@domain/mall/order'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { keeperNames } from './orderSteps'
import { type OrderDocument, orders, products } from './store'
import { productFields, productOf } from './views'

export { afterSalesAnsweredOn, redeemedOn } from './dayFigures'
export { exportOf, forget } from './ownPart'

/** Some goods to want more of, to be read along with the caller; `goodsFrom` makes of them what is shown. */
export const goodsAlong = (limit: number) =>
  products.along({ where: { on: true }, orderBy: [['_id', 'asc']], limit, fields: productFields })

export const goodsFrom = (found: readonly Parameters<typeof productOf>[0][], now: Instant): ProductView[] =>
  found.map(product => productOf(product, now))

const UNDER_WAY_MAX = 99
const ASKED = orderStates.filter(state => state === 'returnAsked' || state === 'exchangeAsked')
/** Those of which neither thing nor coins are still to come to anybody. */
const SETTLED: readonly OrderState[] = ['received', 'cancelled', 'returned']
const UNDER_WAY = orderStates.filter(state => !SETTLED.includes(state))

/** The orders that wait to be sent or handed over, oldest first, at most 50. One request. */
export async function waitingOrders(): Promise<WaitingItem[]> {
  const placed = await orders.find({
    where: { state: 'placed' },
    orderBy: [['_id', 'asc']],
    limit: WAITING_MAX,
  })
  // Codes go out by themselves.
  return placed.filter(({ delivery }) => delivery.kind !== 'code').map(waitingOf)
}

/**
 * What is asked back and not answered yet, at most 50: neither the keeper's own nor that of whoever lent them the role.
 * One request.
 */
export async function waitingAfterSales(keeper: Pick<Employee, 'id' | 'grants'>): Promise<WaitingItem[]> {
  const asked = await orders.find({
    where: { state: _.in(ASKED) },
    orderBy: [
      ['state', 'asc'],
      ['_id', 'asc'],
    ],
    limit: WAITING_MAX,
  })
  const names = keeperNames(keeper)
  return asked.filter(({ employeeId }) => !names.includes(employeeId)).map(askedOf)
}

/** How many orders of a person are on their way, there or back, counted up to 99. One request. */
export async function ordersUnderWay(employeeId: string): Promise<number> {
  const where = { employeeId, state: _.in(UNDER_WAY) }
  return (await orders.find({ where, limit: UNDER_WAY_MAX, fields: ['_id'] })).length
}

/** Those of the caller, for a screen that reads them along and counts them. */
export const underWayAlong = () =>
  orders.along({
    where: { state: _.in(UNDER_WAY) },
    ofCaller: 'employeeId',
    limit: UNDER_WAY_MAX,
    fields: ['_id'],
  })

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

function askedOf(order: OrderDocument): WaitingItem {
  const { _id, buyer, productName, quantity, unit, afterSale, trail, placedAt } = order
  const kind = afterSale?.kind ?? 'return'
  const verb = kind === 'return' ? '退' : '换'
  const reason = afterSale ? reasonName(kind, afterSale.reason) : ''
  return {
    kind: 'afterSale',
    id: _id,
    place: kind === 'return' ? '退货' : '换货',
    person: buyer,
    title: `${buyer.name}想${verb} ${quantity} ${spaced(unit, productName)}`,
    summary: [reason, afterSale?.words].filter(Boolean).join('：'),
    since: trail.at(-1)?.at ?? placedAt,
  }
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
