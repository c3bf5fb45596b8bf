import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { orders } from './store'
import { orderOf } from './views'

const placeOf = {
  desk: { state: 'placed', 'delivery.kind': 'desk' },
  home: { state: 'placed', 'delivery.kind': 'home' },
  sent: { state: 'shipped', 'delivery.kind': 'home' },
} as const

export const listFulfilment = handle(mall.listFulfilment, async (ctx, { kind, after }) => {
  const found = await orders.find({
    where: { ...placeOf[kind], ...(after ? { _id: _.gt(after) } : {}) },
    orderBy: [['_id', 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, order => order._id)
  return {
    orders: rows.map(order => ({
      ...orderOf(order, 'keeper', ctx.now),
      buyer: order.buyer,
      phone: order.delivery.phone,
    })),
    next,
    now: ctx.now,
  }
})
