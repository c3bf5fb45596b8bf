import { Refusal } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { takenInPeriod } from '@domain/mall/stock'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { allDesks } from './desks'
import { addressBooks, favourites, products, waits } from './store'
import { deskOf, productOf } from './views'

const WAITS_MAX = 100

const along = ({ productId }: { productId: string }) => ({
  product: products.along({ where: { _id: productId }, limit: 1 }),
  account: accountAlong(),
  book: addressBooks.along({ where: {}, ofCaller: '_id', limit: 1 }),
  favourite: favourites.along({ where: { productId }, ofCaller: 'employeeId', limit: 1 }),
  waits: waits.along({ where: { productId }, ofCaller: 'employeeId', limit: WAITS_MAX }),
})

export const openProduct = handleWith(mall.openProduct, along, async (ctx, _input, found) => {
  const [product] = found.product
  if (!product) throw new Refusal('MALL_PRODUCT_MISSING')
  const { balance, experience } = accountFrom(ctx.employee.id, found.account[0] ?? null)
  const desks = await allDesks()
  return {
    product: productOf(product, ctx.now),
    balance,
    taken: product.takenBy[ctx.employee.id] ?? 0,
    takenInPeriod: takenInPeriod(product, ctx.employee.id, ctx.now),
    desks: desks.map(deskOf),
    addresses: found.book[0]?.addresses ?? [],
    experience,
    favourite: found.favourite.length > 0,
    awaited: found.waits.flatMap(({ variantId }) => variantId ?? []),
    awaitsOpening: found.waits.some(({ variantId }) => variantId === null),
    now: ctx.now,
  }
})
