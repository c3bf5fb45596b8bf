import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { redirections } from '@domain/mall/order'
import { handle } from '@platform/context'
import { destinationOf } from './delivery'
import { afterStep } from './orderSteps'
import { orders } from './store'

export const redirectOrder = handle(mall.redirectOrder, async (ctx, { orderId, edition: seen, delivery }) => {
  const { employee, now } = ctx
  const { kind } = delivery
  // Whether the thing itself may be had there, its order says.
  const destination = await destinationOf(delivery, [kind], employee)
  // An address would outlive its use in the trail.
  const note = kind === 'desk' ? destination.place : null
  return ctx.transaction(async tx => {
    const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
    refuse(order.employeeId !== employee.id, 'MALL_NOT_YOUR_ORDER')
    const { edition = 0, ways = [] } = order
    refuse(edition !== seen, 'MALL_DESTINATION_CHANGED')
    const stepped = afterStep(order, { action: redirections[kind], by: employee.name, at: now, note })
    refuse(!ways.includes(kind), 'MALL_DELIVERY_INVALID', ['delivery.kind'])
    await orders.in(tx).update(orderId, { ...stepped, delivery: destination, edition: edition + 1 })
    return { edition: edition + 1 }
  })
})
