import { refuse } from '@domain/kernel/errors'
import { BASKET_LINES_MAX } from '@domain/mall/basketContract'
import { mall } from '@domain/mall/contract'
import { isOffered } from '@domain/mall/goods'
import { handle } from '@platform/context'
import { type BasketDocument, baskets, products } from './store'

type Line = BasketDocument['lines'][number]

const isOther = (productId: string, variantId: string) => (line: Line) =>
  line.productId !== productId || line.variantId !== variantId

export const putInBasket = handle(mall.putInBasket, async (ctx, { productId, variantId, quantity }) => {
  if (quantity > 0) {
    const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
    refuse(!isOffered(product, variantId), 'MALL_VARIANT_MISSING')
  }
  return ctx.transaction(async tx => {
    const before = (await baskets.in(tx).get(ctx.employee.id))?.lines ?? []
    const others = before.filter(isOther(productId, variantId))
    const lines = quantity > 0 ? [...others, { productId, variantId, quantity }] : others
    refuse(lines.length > BASKET_LINES_MAX, 'MALL_BASKET_FULL')
    await baskets.in(tx).put({ _id: ctx.employee.id, lines })
    return { lines: lines.length }
  })
})

/** What was redeemed leaves the basket. Two requests. */
export async function takeOutOfBasket(employeeId: string, productId: string, variantId: string) {
  const basket = await baskets.get(employeeId)
  const lines = basket?.lines.filter(isOther(productId, variantId))
  if (basket && lines) await baskets.updateWhere({ _id: employeeId, lines: basket.lines }, { lines })
}
