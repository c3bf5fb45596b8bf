import { grouped } from '@domain/kernel/grouped'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { messageBuyer, noticeBuyer } from './messages'
import { afterKeeper } from './orderSteps'
import { restock } from './pieces'
import { refundOrder } from './refunds'
import { type OrderDocument, orders } from './store'

/** As taking back: only that nothing was ever given out. Nobody calls off their own, which would bring coins for a thing that nobody sees. */
export const callOffOrder = handle(mall.callOffOrder, async (ctx, { orderId, cause, reason }) => {
  const { employee, now } = ctx
  await ctx.wechat.assertTextIsSafe(reason)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const called: { order?: OrderDocument } = {}
  const result = await ctx.transaction(
    async tx => {
      const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
      const stepped = afterKeeper(order, employee, { action: 'callOff', at: now, note: reason })
      const by = { employeeId: employee.id, name: employee.name, at: now }
      const found = cause === 'wrong' ? {} : { broken: { ...by, before: cause } }
      await orders.in(tx).update(orderId, { ...stepped, restock: 'due', ...found })
      const { productName, paid } = order
      await refundOrder(tx, order, { title: `给不了「${productName}」`, because: reason, at: now })
      await noticeBuyer(tx, order, {
        noticeId: ctx.newId('notice'),
        title: `${productName}给不了你了，${grouped(paid)} 沃币已退回`,
        body: reason,
        at: now,
      })
      called.order = { ...order, ...found }
      return { refunded: paid }
    },
    () => ({
      subject: `${orders.name}/${orderId}`,
      before: { state: called.order?.state },
      after: { state: 'cancelled', refunded: called.order?.paid, cause, reason },
    }),
  )
  if (called.order) {
    await restock(called.order)
    await messageBuyer(called.order, '已取消')
  }
  return result
})
