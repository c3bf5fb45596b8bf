import { Refusal, refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { nextOrderState } from '@domain/mall/order'
import { type EmployeeContext, handle } from '@platform/context'
import { assertFourEyes } from './fourEyes'
import { messageBuyer, noticeBuyer } from './messages'
import { afterStep } from './orderSteps'
import { type OrderDocument, orders } from './store'

export const openPickup = handle(mall.openPickup, async ({ employee }, { pickupCode }) => {
  const found = await orderBehind(pickupCode, employee)
  refuse(nextOrderState(found.state, 'handOver', found.delivery.kind) === null, 'MALL_TRANSITION_REFUSED')
  return pickupOf(found)
})

export const handOver = handle(mall.handOver, async (ctx, { pickupCode }) => {
  const { employee, now } = ctx
  const found = await orderBehind(pickupCode, employee)

  const result = await ctx.transaction(
    async tx => {
      const order = await orders.in(tx).require(found._id, 'MALL_PICKUP_CODE_WRONG')
      const { place } = order.delivery
      const stepped = afterStep(order, { action: 'handOver', by: employee.name, at: now, note: place })
      await orders.in(tx).update(order._id, { ...stepped })
      await noticeBuyer(tx, order, {
        noticeId: ctx.newId('notice'),
        title: `${order.productName}取走了`,
        body: `在${place}由${employee.name}交给你。不是你取的请联系行政。`,
        at: now,
      })
      return pickupOf(order)
    },
    () => ({
      subject: `${orders.name}/${found._id}`,
      before: { state: found.state },
      after: { state: 'received' },
    }),
  )

  await messageBuyer(found, '已取走')
  return result
})

/** @throws Refusal MALL_PICKUP_CODE_WRONG, MALL_OWN_ORDER */
async function orderBehind(pickupCode: string, keeper: EmployeeContext['employee']): Promise<OrderDocument> {
  const [found] = await orders.find({ where: { pickupCode: typed(pickupCode) }, limit: 1 })
  if (!found) throw new Refusal('MALL_PICKUP_CODE_WRONG', ['pickupCode'])
  await assertFourEyes(found, keeper)
  return found
}

function pickupOf({ _id: orderId, number, productName, quantity, buyer }: OrderDocument) {
  return { orderId, number, productName, quantity, buyer }
}

/** The code as it was made, however a colleague has typed it. */
function typed(pickupCode: string): string {
  return pickupCode.replaceAll(/[\s-]/g, '').toUpperCase()
}
