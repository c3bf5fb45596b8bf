import { grouped } from '@domain/kernel/grouped'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { messageBuyer, noticeBuyer } from './messages'
import { afterKeeper } from './orderSteps'
import { restock } from './pieces'
import { refundOrder } from './refunds'
import { type OrderDocument, orders } from './store'

/** Coins go back with the order's last step, by the ledger's own id once; pieces as those of a cancelled order, or as damaged. */
export const takeBack = handle(mall.takeBack, async (ctx, { orderId, broken }) => {
  const { employee, now } = ctx
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const taken: { order?: OrderDocument } = {}
  const result = await ctx.transaction(
    async tx => {
      const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
      const stepped = afterKeeper(order, employee, { action: 'takeBack', at: now, note: null })
      const isInstead = order.state === 'exchanging'
      const found = broken ? { broken: { employeeId: employee.id, name: employee.name, at: now } } : {}
      await orders.in(tx).update(orderId, { ...stepped, restock: 'due', ...found })
      const because = isInstead ? '换货改为退货' : '退货'
      await refundOrder(tx, order, { title: `退回「${order.productName}」`, because, at: now })
      await noticeBuyer(tx, order, {
        noticeId: ctx.newId('notice'),
        title: `${order.productName}退好了`,
        body: isInstead
          ? `换不到想要的，${grouped(order.paid)} 沃币已退回。`
          : `${grouped(order.paid)} 沃币已退回。`,
        at: now,
      })
      taken.order = { ...order, ...found }
      return { refunded: order.paid }
    },
    () => ({
      subject: `${orders.name}/${orderId}`,
      before: { state: taken.order?.state },
      after: { state: 'returned', refunded: taken.order?.paid, ...(broken ? { broken } : {}) },
    }),
  )
  if (taken.order) {
    await restock(taken.order)
    await messageBuyer(taken.order, '已退回')
  }
  return result
})
