import { mall } from '@domain/mall/contract'
import { figuresFrom, mallStats } from '@domain/mall/stats'
import { handle } from '@platform/context'
import { ordersSince } from './ordersSince'
import type { OrderDocument } from './store'

const counted = [
  '_id',
  'employeeId',
  'buyer',
  'productId',
  'productName',
  'quantity',
  'paid',
  'state',
  'placedAt',
] as const satisfies readonly (keyof OrderDocument)[]

export const openMallStats = handle(mall.openMallStats, async (ctx, { days }) => {
  const { placed, complete } = await ordersSince(figuresFrom(days, ctx.now), counted)
  return { ...mallStats(placed, days, ctx.now), complete, now: ctx.now }
})
