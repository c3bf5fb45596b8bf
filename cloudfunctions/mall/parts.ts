import { refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { apartFrom, mayRejoin, partOf } from '@domain/mall/order'
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
  const note = noteOf({ ...order, ...named, quantity })
  const stepped = afterStep(order, { action: 'split', by: '', at: ctx.now, note })
  const { first = { quantity: order.quantity, paid: order.paid } } = order
  const left = { quantity: order.quantity - quantity, paid: order.paid - paid, parts, first }
  await orders.in(tx).update(order._id, { ...stepped, ...left })
  const { parts: _parts, rejoined: _with, answeredAt: _answered, photosState: _photos, ...same } = order
  const trail = order.trail.filter(({ action }) => action !== 'split' && action !== 'rejoin')
  const own = { quantity, paid, first, trail, afterSale: null, pickupCode: newPickupCode(ctx) }
  return { ...same, ...named, ...own }
}

const noteOf = ({ quantity, unit, number }: Pick<OrderDocument, 'quantity' | 'unit' | 'number'>) =>
  `${quantity} ${unit}，订单 ${number}`

/**
 * Puts what was set apart back with its order, where nothing has become of either: the part is gone then. Three requests
 * at most.
 * @returns the order that has the pieces now; null: they stay apart
 */
export async function rejoin(tx: Transaction, part: OrderDocument, at: Instant): Promise<string | null> {
  const from = apartFrom(part)
  const whole = from && (await orders.in(tx).get(from._id))
  if (!whole || !mayRejoin(part, whole)) return null
  const { rejoined = [], quantity, paid } = whole
  await orders.in(tx).update(whole._id, {
    ...afterStep(whole, { action: 'rejoin', by: '', at, note: noteOf(part) }),
    quantity: quantity + part.quantity,
    paid: paid + part.paid,
    rejoined: [...rejoined, from.count],
  })
  await orders.in(tx).remove(part._id)
  return whole._id
}
