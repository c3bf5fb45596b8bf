import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { assertFourEyes } from './fourEyes'
import { messageBuyer, noticeBuyer } from './messages'
import { afterStep } from './orderSteps'
import { type OrderDocument, orders } from './store'

/** Where the old number has been goes: it was another parcel, and its buyer would follow the wrong one. */
export const correctWaybill = handle(mall.correctWaybill, async (ctx, { orderId, carrier, number }) => {
  const { employee, now } = ctx
  const parcel = { carrier, number }
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const corrected: { order?: OrderDocument } = {}
  const result = await ctx.transaction(
    async tx => {
      const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
      await assertFourEyes(order, employee)
      const note = `${carrier} ${number}`
      const stepped = afterStep(order, { action: 'correct', by: employee.name, at: now, note })
      const nodes = order.parcel?.number === number ? order.nodes : []
      await orders.in(tx).update(orderId, { ...stepped, parcel, nodes })
      await noticeBuyer(tx, order, {
        noticeId: ctx.newId('notice'),
        title: `${order.productName}的运单号改了`,
        body: `以这个为准：${note}`,
        at: now,
      })
      corrected.order = order
      return { state: stepped.state }
    },
    () => ({
      subject: `${orders.name}/${orderId}`,
      before: { parcel: corrected.order?.parcel },
      after: { parcel },
    }),
  )
  if (corrected.order) await messageBuyer(corrected.order, '运单更正')
  return result
})
