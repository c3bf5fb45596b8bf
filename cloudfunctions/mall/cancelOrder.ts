import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { afterStep } from './orderSteps'
import { restock } from './pieces'
import { refundOrder } from './refunds'
import { type OrderDocument, orders } from './store'

export const cancelOrder = handle(mall.cancelOrder, async (ctx, { orderId, reason }) => {
  const { employee, now } = ctx
  await ctx.wechat.assertTextIsSafe(reason)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const cancelled: { order?: OrderDocument } = {}

  const result = await ctx.transaction(async tx => {
    const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
    refuse(order.employeeId !== employee.id, 'MALL_NOT_YOUR_ORDER')
    const stepped = afterStep(order, { action: 'cancel', by: employee.name, at: now, note: reason })
    await orders.in(tx).update(orderId, { ...stepped, restock: 'due' })
    const said = { title: `取消「${order.productName}」`, because: reason, at: now }
    const balance = await refundOrder(tx, order, said)
    cancelled.order = order
    return { refunded: order.paid, balance }
  })

  // The product is too hot for the transaction; what a crash leaves due here, the sweeper puts back.
  if (cancelled.order) await restock(cancelled.order)
  return result
})
