import type { Instant } from '@domain/kernel/time'
import { mall } from '@domain/mall/contract'
import { limitPeriods, periodKey } from '@domain/mall/goods'
import { takenInPeriod } from '@domain/mall/stock'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { allDesks } from './desks'
import { addressBooks, baskets, type ProductDocument, products } from './store'
import { deskOf, productFields, productOf } from './views'

/** What counts for one person among all who have redeemed a product. */
const ownCounts = (employeeId: string, now: Instant) => [
  `takenBy.${employeeId}` as const,
  ...limitPeriods.map(period => `takenIn.${periodKey(period, now)}.${employeeId}` as const),
]

const along = () => ({
  account: accountAlong(),
  basket: baskets.along({ where: {}, ofCaller: '_id', limit: 1 }),
  book: addressBooks.along({ where: {}, ofCaller: '_id', limit: 1 }),
})

export const openBasket = handleWith(mall.openBasket, along, async (ctx, _input, found) => {
  const lines = found.basket[0]?.lines ?? []
  const ids = [...new Set(lines.map(({ productId }) => productId))]
  const [desks, goods] = await Promise.all([
    allDesks(),
    ids.length === 0
      ? []
      : products.find({
          where: { _id: _.in(ids) },
          limit: ids.length,
          fields: [...productFields, ...ownCounts(ctx.employee.id, ctx.now)],
        }),
  ])
  const { balance, experience } = accountFrom(ctx.employee.id, found.account[0] ?? null)
  return {
    balance,
    experience,
    lines: lines.flatMap(({ productId, variantId, quantity }) => {
      const product = goods.find(({ _id }) => _id === productId)
      if (!product) return []
      // A path that leads nowhere brings nothing along, not even what it begins with.
      const { takenBy = {}, takenIn = {} }: Partial<Pick<ProductDocument, 'takenBy' | 'takenIn'>> = product
      return [
        {
          product: productOf(product, ctx.now),
          variantId,
          quantity,
          taken: takenBy[ctx.employee.id] ?? 0,
          takenInPeriod: takenInPeriod({ ...product, takenIn }, ctx.employee.id, ctx.now),
        },
      ]
    }),
    desks: desks.map(deskOf),
    addresses: found.book[0]?.addresses ?? [],
    now: ctx.now,
  }
})
