import { Refusal, refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { fingerprint, seal } from './seal'
import { changeShelf } from './shelf'
import { type CodeDocument, codes, products } from './store'

/**
 * Codes first, then the shelf: a piece that can be redeemed always has its code. What a crash leaves is a code too
 * many, which the repeated command finds as its own.
 */
export const addCodes = handle(mall.addCodes, async (ctx, { productId, variantId, codes: texts }) => {
  const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
  refuse(!product.deliveries.includes('code'), 'MALL_NO_CODES_HERE')
  if (!product.variants.some(one => one.variantId === variantId)) throw new Refusal('MALL_VARIANT_MISSING')
  const wanted = [...new Set(texts)].map((text): CodeDocument => {
    const _id = fingerprint(`${productId}:${text}`)
    return {
      _id,
      productId,
      variantId,
      sealed: seal(text, _id),
      free: true,
      orderId: null,
      claim: _id,
      causeId: ctx.receiptId,
    }
  })
  const known = await codes.find({
    where: { _id: _.in(wanted.map(({ _id }) => _id)) },
    limit: wanted.length,
    fields: ['_id', 'causeId'],
  })
  refuse(
    known.some(({ causeId }) => causeId !== ctx.receiptId),
    'MALL_CODES_KNOWN',
  )
  const there = new Set(known.map(({ _id }) => _id))
  const missing = wanted.filter(({ _id }) => !there.has(_id))
  if (missing.length > 0) await codes.insertMany(missing)
  const change = wanted.length
  const wish = { variantId, change, reason: 'codes' as const, words: `${change} 个兑换码` }
  return changeShelf(ctx, productId, wish, () => undefined)
})
