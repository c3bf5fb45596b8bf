import { mall } from '@domain/mall/contract'
import { figuresFrom, holdsAllSince, mallStats } from '@domain/mall/stats'
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
  const from = figuresFrom(days, ctx.now)
  const { placed, complete } = await ordersSince(figuresFrom(days * 2, ctx.now), counted)
  const oldestAt = placed.at(-1)?.placedAt
  const of = placed.reverse()
  const earlier = mallStats(
    of.filter(({ placedAt }) => placedAt < from),
    days,
    from,
  )
  return {
    ...mallStats(
      of.filter(({ placedAt }) => placedAt >= from),
      days,
      ctx.now,
    ),
    before: complete ? { coins: earlier.coins, orders: earlier.orders, people: earlier.people } : null,
    // Twice the span is read: it may be whole where the one before it is not.
    complete: holdsAllSince({ complete, oldestAt }, from),
    now: ctx.now,
  }
})
