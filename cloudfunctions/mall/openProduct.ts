import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { accountOf } from '../coin/public'
import { allDesks } from './desks'
import { products } from './store'
import { productOf } from './views'

export const openProduct = handle(mall.openProduct, async (ctx, { productId }) => {
  const [product, { balance }, desks] = await Promise.all([
    products.require(productId, 'MALL_PRODUCT_MISSING'),
    accountOf(ctx.employee.id),
    allDesks(),
  ])
  return {
    product: productOf(product),
    balance,
    taken: product.takenBy[ctx.employee.id] ?? 0,
    desks: desks.map(({ _id, name, site, hours }) => ({ deskId: _id, name, site, hours })),
    now: ctx.now,
  }
})
