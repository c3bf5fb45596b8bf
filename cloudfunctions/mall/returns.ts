import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { mall } from '@domain/mall/contract'
import { variantName } from '@domain/mall/goods'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { type ProductDocument, products, type WaitDocument, waits } from './store'

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
  const left = product.stockOf[variantId]
  if (left === undefined) throw new Refusal('MALL_VARIANT_MISSING')
  refuse(left > 0, 'MALL_IN_STOCK')
  await waits.put({ _id, employeeId: ctx.employee.id, productId, variantId, at: ctx.now })
  // A hint that never goes: a product that was once waited for costs the sweeper nothing until it is back.
  await products.updateWhere({ _id: productId, awaited: false }, { awaited: true })
  return { awaited }
})

/** Tells those who asked that a variant is back, once: notice and wish are changed together. */
export async function tellOfReturns(now: Instant, shift: Shift): Promise<number> {
  const back = await products.find({
    where: { awaited: true, stock: _.gt(0) },
    limit: PRODUCTS_MAX,
    fields: ['_id', 'name', 'on', 'stockOf', 'variants'],
  })
  if (back.length === 0) return 0
  const waiting = await waits.find({
    where: { productId: _.in(back.map(({ _id }) => _id)) },
    limit: TOLD_MAX * 5,
  })
  const due = waiting.flatMap(wait => {
    const product = back.find(({ _id }) => _id === wait.productId)
    return product?.on && (product.stockOf[wait.variantId] ?? 0) > 0 ? [{ wait, product }] : []
  })
  return eachWhile(shift, due.slice(0, TOLD_MAX), ({ wait, product }) => tellOne(wait, product, now))
}

async function tellOne(
  { _id, employeeId, productId, variantId }: WaitDocument,
  { name, variants }: Pick<ProductDocument, 'name' | 'variants'>,
  at: Instant,
): Promise<void> {
  const variant = variants.find(one => one.variantId === variantId)
  const kind = variant ? variantName(variant) : ''
  await transaction(async tx => {
    if (!(await waits.in(tx).get(_id))) return
    await waits.in(tx).remove(_id)
    await notify(tx, {
      _id: ulid(at),
      employeeId,
      kind: 'order',
      title: `${name}补货了`,
      body: kind ? `${kind}又有了，先到先得。` : '又有了，先到先得。',
      at,
      target: { kind: 'product', id: productId },
    })
  })
}
