import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { messageBuyer, noticeBuyer } from './messages'
import { type OrderDocument, orders } from './store'

export const addNode = handle(mall.addNode, async (ctx, { orderId, place, words }) => {
  await ctx.wechat.assertTextIsSafe(place, words)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const told: { order?: OrderDocument } = {}
  const result = await ctx.transaction(
    async tx => {
      const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
      refuse(order.state !== 'shipped', 'MALL_TRANSITION_REFUSED')
      const nodes = [...order.nodes, { at: ctx.now, place, words }]
      await orders.in(tx).update(orderId, { nodes })
      await noticeBuyer(tx, order, {
        noticeId: ctx.newId('notice'),
        title: `${order.productName}到了${place}`,
        body: words,
        at: ctx.now,
      })
      told.order = order
      return { nodes: nodes.length }
    },
    () => ({ subject: `${orders.name}/${orderId}`, before: null, after: { place, words } }),
  )
  if (told.order) await messageBuyer(told.order, '运输中')
  return result
})
