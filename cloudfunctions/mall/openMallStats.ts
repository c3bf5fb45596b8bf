import { DAY_MS } from '@domain/kernel/time'
import { mall } from '@domain/mall/contract'
import { mallStats } from '@domain/mall/stats'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { firstIdOf } from './recent'
import { orders } from './store'

const ORDERS_MAX = 1_000

export const openMallStats = handle(mall.openMallStats, async (ctx, { days }) => {
  const found = await orders.find({
    where: { _id: _.gte(firstIdOf(ctx.now - days * DAY_MS)) },
    orderBy: [['_id', 'asc']],
    limit: ORDERS_MAX,
    fields: [
      '_id',
      'employeeId',
      'buyer',
      'productId',
      'productName',
      'quantity',
      'paid',
      'state',
      'placedAt',
    ],
  })
  return { ...mallStats(found), complete: found.length < ORDERS_MAX, now: ctx.now }
})
