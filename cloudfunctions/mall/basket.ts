import { refuse } from '@domain/kernel/errors'
import { BASKET_LINES_MAX } from '@domain/mall/basketContract'
import { mall } from '@domain/mall/contract'
import { isOffered } from '@domain/mall/goods'
import { handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { type BasketDocument, baskets, type OrderDocument, products } from './store'

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

/** What is redeemed leaves the basket with its payment: a line that stayed would invite to pay twice. Two requests. */
export async function takeOutOfBasket(
  tx: Transaction,
  { employeeId, productId, variantId }: Pick<OrderDocument, 'employeeId' | 'productId' | 'variantId'>,
): Promise<void> {
  const before = (await baskets.in(tx).get(employeeId))?.lines ?? []
  const lines = before.filter(isOther(productId, variantId))
  if (lines.length < before.length) await baskets.in(tx).put({ _id: employeeId, lines })
}
