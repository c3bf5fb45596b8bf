import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { allDesks } from './desks'
import { addressBooks, baskets, products } from './store'
import { deskOf, productFields, productOf } from './views'

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
      : products.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: productFields }),
  ])
  return {
    balance: accountFrom(ctx.employee.id, found.account[0] ?? null).balance,
    lines: lines.flatMap(({ productId, variantId, quantity }) => {
      const product = goods.find(({ _id }) => _id === productId)
      return product ? [{ product: productOf(product, ctx.now), variantId, quantity }] : []
    }),
    desks: desks.map(deskOf),
    addresses: found.book[0]?.addresses ?? [],
    now: ctx.now,
  }
})
