import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { nextOrderState } from '@domain/mall/order'
import { handle } from '@platform/context'
import { codesOf } from './codes'
import { orders } from './store'
import { orderOf } from './views'

export const openOrder = handle(mall.openOrder, async (ctx, { orderId }) => {
  const order = await orders.require(orderId, 'MALL_ORDER_MISSING')
  const bought = order.employeeId === ctx.employee.id
  refuse(!bought && !can(ctx.employee.grants, 'mall.orders.fulfil'), 'MALL_NOT_YOUR_ORDER')
  const waitsAtDesk = nextOrderState(order.state, 'handOver', order.delivery.kind) !== null
  return {
    order: orderOf(order, bought ? 'buyer' : 'keeper', ctx.now),
    pickupCode: bought && waitsAtDesk ? order.pickupCode : null,
    codes: bought && order.delivery.kind === 'code' ? await codesOf(order) : [],
    now: ctx.now,
  }
})
