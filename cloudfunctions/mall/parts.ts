import { refuse } from '@domain/kernel/errors'
import { partOf } from '@domain/mall/order'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { afterStep } from './orderSteps'
import { type OrderDocument, orders } from './store'

/** Of a pickup code: 12 characters of base 32, which a colleague can also read out. */
const PICKUP_CODE_LENGTH = 12

/** The last characters of an id are its hash, and nobody but the buyer knows what was hashed. */
export const newPickupCode = ({ newId }: Pick<EmployeeContext, 'newId'>) =>
  newId('pickup').slice(-PICKUP_CODE_LENGTH)

/**
 * Sets some pieces of an order apart, with what was paid for them and how they came: they go back or are exchanged as
 * an order of their own, and what is left stays with its buyer. One request; the part is its caller's to insert.
 * @throws Refusal MALL_TRANSITION_REFUSED; TOO_BUSY while pieces of an earlier exchange are still to be put back
 */
export async function setApart(
  ctx: EmployeeContext,
  tx: Transaction,
  order: OrderDocument,
  quantity: number,
): Promise<OrderDocument> {
  // How many they are is told by the quantity of the order.
  refuse(order.swap?.restock === 'due', 'TOO_BUSY')
  const parts = (order.parts ?? 0) + 1
  const named = partOf(order, parts)
  const paid = (order.paid / order.quantity) * quantity
  const note = `${quantity} ${order.unit}，订单 ${named.number}`
  const stepped = afterStep(order, { action: 'split', by: '', at: ctx.now, note })
  const { first = { quantity: order.quantity, paid: order.paid } } = order
  const left = { quantity: order.quantity - quantity, paid: order.paid - paid, parts, first }
  await orders.in(tx).update(order._id, { ...stepped, ...left })
  const { parts: _parts, answeredAt: _answered, photosState: _photos, ...same } = order
  const trail = order.trail.filter(({ action }) => action !== 'split')
  const own = { quantity, paid, first, trail, afterSale: null, pickupCode: newPickupCode(ctx) }
  return { ...same, ...named, ...own }
}
