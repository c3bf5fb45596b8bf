import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { allDesks } from './desks'
import { orders } from './store'
import { deskOf, keptOrderOf } from './views'

const placeOf = {
  desk: { state: 'placed', 'delivery.kind': 'desk' },
  home: { state: 'placed', 'delivery.kind': 'home' },
  sent: { state: 'shipped', 'delivery.kind': 'home' },
} as const

export const listFulfilment = handle(mall.listFulfilment, async (ctx, { kind, deskId, after }) => {
  const isAtDesk = kind === 'desk' && deskId !== undefined
  const found = await orders.find({
    where: {
      ...(isAtDesk ? { state: 'placed', 'delivery.deskId': deskId } : placeOf[kind]),
      ...(after ? { _id: _.gt(after) } : {}),
    },
    orderBy: [['_id', 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, order => order._id)
  return {
    orders: rows.map(order => keptOrderOf(order, ctx.now)),
    desks: kind === 'desk' ? (await allDesks()).map(deskOf) : [],
    next,
    now: ctx.now,
  }
})
