import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { assertFourEyes } from './fourEyes'
import { messageBuyer, noticeBuyer } from './messages'
import { afterStep } from './orderSteps'
import { type OrderDocument, orders } from './store'

export const shipOrder = handle(mall.shipOrder, async (ctx, { orderId, carrier, number, edition }) => {
  const { employee, now } = ctx
  const parcel = { carrier, number }
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const shipped: { order?: OrderDocument } = {}

  const result = await ctx.transaction(
    async tx => {
      const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
      await assertFourEyes(order, employee)
      const note = `${carrier} ${number}`
      const stepped = afterStep(order, { action: 'ship', by: employee.name, at: now, note })
      // A label with the address of before would send it where nobody waits for it.
      refuse((order.edition ?? 0) !== edition, 'MALL_DESTINATION_CHANGED')
      await orders.in(tx).update(orderId, { ...stepped, parcel })
      await noticeBuyer(tx, order, {
        noticeId: ctx.newId('notice'),
        title: `${order.productName}寄出了`,
        body: note,
        at: now,
      })
      shipped.order = order
      return { state: stepped.state }
    },
    () => ({
      subject: `${orders.name}/${orderId}`,
      before: { state: shipped.order?.state, parcel: null },
      after: { state: 'shipped', parcel },
    }),
  )

  if (shipped.order) await messageBuyer(shipped.order, '已寄出')
  return result
})
