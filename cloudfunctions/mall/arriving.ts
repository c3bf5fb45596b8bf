import type { Instant } from '@domain/kernel/time'
import { AFTER_SALE_DAYS } from '@domain/mall/afterSale'
import { ARRIVAL_DAYS } from '@domain/mall/arrival'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { noticeBuyer } from './messages'
import { afterStep } from './orderSteps'
import { orders } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const ORDERS_MAX = 100

/** Parcels that were sent so long ago count as received: those whose buyer forgets to say so, and those of leavers. */
export async function receiveArrived(now: Instant, shift: Shift): Promise<number> {
  const due = await orders.find({
    where: { arrivesAt: _.lt(now) },
    orderBy: [['arrivesAt', 'asc']],
    limit: ORDERS_MAX,
    fields: ['_id'],
  })
  return eachWhile(shift, due, ({ _id }) => receive(_id, now))
}

/** Nothing where its buyer was faster, or its waybill was put right meanwhile. */
function receive(orderId: string, at: Instant): Promise<void> {
  return transaction(async tx => {
    const order = await orders.in(tx).get(orderId)
    if (!order?.arrivesAt || order.arrivesAt >= at) return
    await orders.in(tx).update(orderId, { ...afterStep(order, { action: 'arrive', by: '', at, note: null }) })
    await noticeBuyer(tx, order, {
      noticeId: ulid(at),
      title: `${order.productName}算作收到了`,
      body: `寄出满 ${ARRIVAL_DAYS} 天。没收到或要退换，${AFTER_SALE_DAYS} 天内都可以说。`,
      at,
    })
  })
}
