import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { afterStep } from './orderSteps'
import { orders } from './store'

export const confirmOrder = handle(mall.confirmOrder, async (ctx, { orderId }) =>
  ctx.transaction(async tx => {
    const { employee, now } = ctx
    const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
    refuse(order.employeeId !== employee.id, 'MALL_NOT_YOUR_ORDER')
    const stepped = afterStep(order, { action: 'confirm', by: employee.name, at: now, note: null })
    await orders.in(tx).update(orderId, { ...stepped })
    return { state: stepped.state }
  }),
)
