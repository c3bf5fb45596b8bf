import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { products } from './store'
import { productOf } from './views'

export const openGood = handle(mall.openGood, async (ctx, { productId }) => {
  const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
  const { edition, delivered } = product
  return { good: { ...productOf(product, ctx.now), edition, delivered }, now: ctx.now }
})
