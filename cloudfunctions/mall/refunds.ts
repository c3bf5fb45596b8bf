import type { Instant } from '@domain/kernel/time'
import { refundSource } from '@domain/mall/order'
import type { Transaction } from '@platform/transaction'
import { refund } from '../coin/public'
import type { OrderDocument } from './store'

/** How the buyer's statement says it. */
interface Said {
  title: string
  because: string
  at: Instant
}

/**
 * Gives back what an order cost, inside the caller's transaction, once: three requests.
 * @returns the balance after
 */
export async function refundOrder(
  tx: Transaction,
  order: OrderDocument,
  { title, because, at }: Said,
): Promise<number> {
  const { balance } = await refund(tx, {
    employeeId: order.employeeId,
    reason: 'mall.redeem',
    sourceId: refundSource(order),
    amount: order.paid,
    title,
    subject: { kind: 'order', id: order._id },
    because,
    at,
  })
  return balance
}
