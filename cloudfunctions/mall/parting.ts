import type { Instant } from '@domain/kernel/time'
import { nextOrderState } from '@domain/mall/order'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { hasParted, leaversIn } from '../identity/public'
import { afterStep } from './orderSteps'
import { restock } from './pieces'
import { refundOrder } from './refunds'
import { type OrderDocument, orders } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const LEAVERS_MAX = 20
const ORDERS_MAX = 100
const BECAUSE = '离职'

/**
 * Ends what those who have left the company have redeemed and not been given: nobody else could. The pieces go back on
 * the shelf, and the coins to the account, which is settled after that. A leaver is done once a run finds nothing, so
 * that a command that was still on its way is caught too.
 * @returns how many orders have ended
 */
export async function partFromLeavers(now: Instant, shift: Shift): Promise<number> {
  let ended = 0
  await eachWhile(shift, await leaversIn('mall', LEAVERS_MAX), async employeeId => {
    const placed = await orders.find({
      where: { employeeId, state: 'placed', 'delivery.kind': _.in(['desk', 'home']) },
      limit: ORDERS_MAX,
      fields: ['_id'],
    })
    await eachWhile(shift, placed, async ({ _id }) => {
      const order = await end(_id, now)
      if (!order) return
      ended += 1
      await restock(order)
    })
    if (placed.length === 0) await hasParted('mall', employeeId)
  })
  return ended
}

/** @returns null when it has gone out meanwhile */
function end(orderId: string, at: Instant): Promise<OrderDocument | null> {
  return transaction(async tx => {
    const order = await orders.in(tx).get(orderId)
    if (!order || nextOrderState(order.state, 'part', order.delivery.kind) === null) return null
    const stepped = afterStep(order, { action: 'part', by: '', at, note: BECAUSE })
    await orders.in(tx).update(orderId, { ...stepped, restock: 'due' })
    await refundOrder(tx, order, { title: `取消「${order.productName}」`, because: BECAUSE, at })
    return order
  })
}
