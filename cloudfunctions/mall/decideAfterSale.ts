import { refuse } from '@domain/kernel/errors'
import { mayLapse } from '@domain/mall/afterSale'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { messageBuyer, noticeBuyer } from './messages'
import { afterKeeper } from './orderSteps'
import { type OrderDocument, orders } from './store'

const said = {
  accept: { title: '可以退换', phrase: '同意退换' },
  refuse: { title: '不能退换', phrase: '未同意' },
  lapse: { title: '退换结束了', phrase: '已结束' },
} as const

export const decideAfterSale = handle(mall.decideAfterSale, async (ctx, { orderId, verdict, words }) => {
  const { employee, now } = ctx
  await ctx.wechat.assertTextIsSafe(words)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const decided: { order?: OrderDocument } = {}
  const result = await ctx.transaction(
    async tx => {
      const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
      const stepped = afterKeeper(order, employee, { action: verdict, at: now, note: words })
      refuse(verdict === 'lapse' && !mayLapse(order, now), 'MALL_TRANSITION_REFUSED')
      await orders.in(tx).update(orderId, { ...stepped, ...(verdict === 'lapse' ? {} : { answeredAt: now }) })
      await noticeBuyer(tx, order, {
        noticeId: ctx.newId('notice'),
        title: `${order.productName}：${said[verdict].title}`,
        body: words,
        at: now,
      })
      decided.order = order
      return { state: stepped.state }
    },
    () => ({
      subject: `${orders.name}/${orderId}`,
      before: { state: decided.order?.state },
      after: { verdict, words },
    }),
  )
  if (decided.order) await messageBuyer(decided.order, said[verdict].phrase)
  return result
})
