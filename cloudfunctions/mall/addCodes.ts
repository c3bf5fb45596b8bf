import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { isOffered } from '@domain/mall/goods'
import { RESERVATION_LIFE_MS } from '@domain/mall/stock'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { fingerprint, seal } from './seal'
import { changeShelf } from './shelf'
import { type CodeDocument, codes, journal, type ProductDocument, products } from './store'

/**
 * Codes first, then the shelf: a piece that can be redeemed always has its code. What a crash leaves is a code too
 * many, which the repeated command finds as its own, and a later one as nobody's.
 */
export const addCodes = handle(mall.addCodes, async (ctx, { productId, variantId, codes: texts }) => {
  const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
  refuse(!product.deliveries.includes('code'), 'MALL_NO_CODES_HERE')
  refuse(!isOffered(product, variantId), 'MALL_VARIANT_MISSING')
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
      at: ctx.now,
    }
  })
  const known = await codes.find({
    where: { _id: _.in(wanted.map(({ _id }) => _id)) },
    limit: wanted.length,
    fields: ['_id', 'causeId', 'at'],
  })
  const others = known.filter(({ causeId }) => causeId !== ctx.receiptId)
  if (others.length > 0) await adopt(ctx, product, others)
  const there = new Set(known.map(({ _id }) => _id))
  const missing = wanted.filter(({ _id }) => !there.has(_id))
  if (missing.length > 0) await codes.insertMany(missing)
  const pieces = wanted.length
  const wish = { variantId, pieces, reason: 'codes' as const, words: `${pieces} 个兑换码` }
  return changeShelf(ctx, productId, wish, () => undefined)
})

/**
 * Codes of a command that died before the shelf had their pieces become this one's. A command that got as far has an
 * entry, in the product or in the journal; one without an entry is over when it is older than any execution lives.
 * @throws Refusal MALL_CODES_KNOWN; TOO_BUSY while the other command may still be under way
 */
async function adopt(
  { receiptId, now }: EmployeeContext,
  { unwritten }: ProductDocument,
  others: readonly Pick<CodeDocument, '_id' | 'causeId' | 'at'>[],
): Promise<void> {
  const causes = [...new Set(others.map(({ causeId }) => causeId))]
  const written = await journal.find({
    where: { causeId: _.in(causes) },
    limit: causes.length,
    fields: ['_id', 'causeId'],
  })
  refuse(
    [...written, ...unwritten].some(({ causeId }) => causes.includes(causeId)),
    'MALL_CODES_KNOWN',
  )
  refuse(
    others.some(({ at }) => at > now - RESERVATION_LIFE_MS),
    'TOO_BUSY',
  )
  const ids = others.map(({ _id }) => _id)
  await codes.updateWhere({ _id: _.in(ids), causeId: _.in(causes) }, { causeId: receiptId, at: now })
}
