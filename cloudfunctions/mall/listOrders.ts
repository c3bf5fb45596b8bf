import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { orders } from './store'
import { orderOf } from './views'

export const listOrders = handle(mall.listOrders, async (ctx, { after }) => {
  const found = await orders.find({
    where: { employeeId: ctx.employee.id, ...(after ? { _id: _.lt(after) } : {}) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, order => order._id)
  return { orders: rows.map(order => orderOf(order, 'buyer', ctx.now)), next, now: ctx.now }
})
