import { refuse } from '@domain/kernel/errors'
import { ownOf } from '@domain/kernel/own'
import type { Instant } from '@domain/kernel/time'
import { mall } from '@domain/mall/contract'
import { isOffered, variantName } from '@domain/mall/goods'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { eachWhile, type Shift } from '@platform/shift'
import { type ProductDocument, products, type WaitDocument, waits } from './store'
import { tellWaiting } from './waiting'

const PRODUCTS_MAX = 50
/** So many are told in one run; the next minute goes on. */
const TOLD_MAX = 100

export const awaitStock = handle(mall.awaitStock, async (ctx, { productId, variantId, awaited }) => {
  const _id = `${ctx.employee.id}.${productId}.${variantId}`
  if (!awaited) {
    await waits.removeWhere({ _id })
    return { awaited }
  }
  const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
  refuse(!isOffered(product, variantId), 'MALL_VARIANT_MISSING')
  refuse((ownOf(product.stockOf, variantId) ?? 0) > 0, 'MALL_IN_STOCK')
  await waits.put({ _id, employeeId: ctx.employee.id, productId, variantId, at: ctx.now })
  // A hint that never goes: a product that was once waited for costs the sweeper nothing until it is back.
  await products.updateWhere({ _id: productId, awaited: false }, { awaited: true })
  return { awaited }
})

/** Tells those who asked that a variant is back, once. */
export async function tellOfReturns(now: Instant, shift: Shift): Promise<number> {
  const back = await products.find({
    where: { awaited: true, stock: _.gt(0) },
    limit: PRODUCTS_MAX,
    fields: ['_id', 'name', 'on', 'stockOf', 'variants'],
  })
  if (back.length === 0) return 0
  const waiting = await waits.find({
    where: { productId: _.in(back.map(({ _id }) => _id)), variantId: _.neq(null) },
    limit: TOLD_MAX * 5,
  })
  const due = waiting.flatMap(wait => {
    const product = back.find(({ _id }) => _id === wait.productId)
    const { variantId } = wait
    // Of a kind that has left the shop since, pieces may still come back.
    const isThere = variantId !== null && product?.on && isOffered(product, variantId)
    return isThere && (product.stockOf[variantId] ?? 0) > 0 ? [{ wait, product }] : []
  })
  return eachWhile(shift, due.slice(0, TOLD_MAX), ({ wait, product }) =>
    tellWaiting(wait, wordsOf(wait, product, now), now),
  )
}

function wordsOf(
  { variantId }: WaitDocument,
  { name, variants }: Pick<ProductDocument, 'name' | 'variants'>,
  now: Instant,
) {
  const variant = variants.find(one => one.variantId === variantId)
  const kind = variant ? variantName(variant) : ''
  const body = kind ? `${kind}又有了，先到先得。` : '又有了，先到先得。'
  return { title: `${name}补货了`, body, when: now, message: '又有了，先到先得' }
}
