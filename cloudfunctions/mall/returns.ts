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
  // After the wish: what the sweeper takes for no longer awaited it takes by this count.
  await products.updateWhere({ _id: productId }, { awaited: true, asked: _.inc(1) })
  return { awaited }
})

/** Tells those who asked that a variant is back, once. @returns how many */
export async function tellOfReturns(now: Instant, shift: Shift): Promise<number> {
  let told = 0
  let after = ''
  while (told < TOLD_MAX && !shift.isOver()) {
    const back = await products.find({
      where: { on: true, awaited: true, _id: _.gt(after), stock: _.gt(0) },
      orderBy: [['_id', 'asc']],
      limit: PRODUCTS_MAX,
      fields: ['_id', 'name', 'asked', 'stockOf', 'variants'],
    })
    await eachWhile(shift, back, async product => {
      if (told < TOLD_MAX) told += await tellOf(product, now, shift)
    })
    const last = back.at(-1)
    if (back.length < PRODUCTS_MAX || !last) break
    after = last._id
  }
  return told
}

type Back = Pick<ProductDocument, '_id' | 'name' | 'asked' | 'stockOf' | 'variants'>

/** Of one good. Two requests where nobody waits for what is there. */
async function tellOf(product: Back, now: Instant, shift: Shift): Promise<number> {
  const { _id: productId, asked, stockOf } = product
  // Of a kind that has left the shop since, pieces may still come back.
  const there = product.variants
    .filter(({ variantId }) => (stockOf[variantId] ?? 0) > 0)
    .map(({ variantId }) => variantId)
  const due = await waits.find({
    where: { productId, variantId: _.in(there) },
    orderBy: [['_id', 'asc']],
    limit: TOLD_MAX,
  })
  if (due.length > 0)
    return eachWhile(shift, due, wait => tellWaiting(wait, wordsOf(wait, product, now), now))
  const [left] = await waits.find({ where: { productId, variantId: _.neq(null) }, limit: 1 })
  // Whoever asks in this moment counts on, and is looked for again.
  if (!left) await products.updateWhere({ _id: productId, asked }, { awaited: false })
  return 0
}

function wordsOf(
  { variantId }: WaitDocument,
  { name, variants }: Pick<Back, 'name' | 'variants'>,
  now: Instant,
) {
  const variant = variants.find(one => one.variantId === variantId)
  const kind = variant ? variantName(variant) : ''
  const body = kind ? `${kind}又有了，先到先得。` : '又有了，先到先得。'
  return { title: `${name}补货了`, body, when: now, message: '又有了，先到先得' }
}
