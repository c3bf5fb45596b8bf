import type { Day } from '@domain/kernel/time'
import { wholeOrderId } from '@domain/mall/order'
import { decidedIn } from '@platform/decidedOn'
import { idsOn } from '@platform/span'
import { orders } from './store'

const ORDERS_MAX = 1_000

/** What was redeemed on a day, by whom: the first thousand orders, which is more than the shelf holds. */
export async function redeemedOn(on: Day) {
  const found = await orders.find({
    where: { _id: idsOn(on) },
    orderBy: [['_id', 'asc']],
    limit: ORDERS_MAX,
    fields: ['_id', 'employeeId', 'productName', 'quantity'],
  })
  return {
    orders: new Set(found.map(({ _id }) => wholeOrderId(_id))).size,
    buyers: found.map(({ employeeId }) => employeeId),
    goods: found.map(({ productName, quantity }) => ({ name: productName, count: quantity })),
  }
}

/** The returns and exchanges that were answered on a day. One request. */
export const afterSalesAnsweredOn = (on: Day) =>
  decidedIn(orders, on, {
    at: 'answeredAt',
    fields: ['trail', 'answeredAt'],
    since: ({ trail }) =>
      trail.filter(({ action }) => action === 'askReturn' || action === 'askExchange').at(-1)?.at ?? null,
    until: ({ answeredAt }) => answeredAt,
  })
