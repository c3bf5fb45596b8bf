import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { assertFourEyes } from './fourEyes'
import { messageBuyer, noticeBuyer } from './messages'
import { afterStep } from './orderSteps'
import { type OrderDocument, orders } from './store'

/** Where it was stays: what a keeper has heard of the parcel is true whatever its number. */
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
      await orders.in(tx).update(orderId, { ...stepped, parcel })
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
