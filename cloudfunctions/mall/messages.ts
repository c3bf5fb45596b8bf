import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { notify, sendIfPermitted } from '../notice/public'
import type { OrderDocument } from './store'

interface News {
  noticeId: string
  title: string
  body: string
  at: Instant
}

/** Tells the buyer in the inbox, inside the transaction. One request. */
export async function noticeBuyer(tx: Transaction, order: OrderDocument, news: News): Promise<void> {
  const { noticeId, title, body, at } = news
  await notify(tx, {
    _id: noticeId,
    employeeId: order.employeeId,
    kind: 'order',
    title,
    body,
    at,
    target: { kind: 'order', id: order._id },
  })
}

/**
 * A subscribe message to the buyer, if allowed. After the commit; one request, two when it is.
 * @param phrase at most five characters, as WeChat's `phrase` wants it
 */
export async function messageBuyer(order: OrderDocument, phrase: string): Promise<void> {
  await sendIfPermitted({
    employeeId: order.employeeId,
    template: 'orderProgress',
    page: `rooms/mall/pages/order/index?orderId=${encodeURIComponent(order._id)}`,
    values: [order.productName, phrase, order.number],
  })
}
