import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { shelfSums } from '@domain/mall/stockAudit'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { journal, products } from './store'
import { productOf } from './views'

/** As many as one read returns. */
const READ_MOST = 1_000

export const openStock = handle(mall.openStock, async (ctx, { productId, after }) => {
  const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
  const isFirst = !after && product.journalled <= READ_MOST
  const [found, whole] = await Promise.all([
    journal.find({
      where: { productId, ...(after ? { _id: _.lt(after) } : {}) },
      orderBy: [['_id', 'desc']],
      limit: limits.pageSize + 1,
    }),
    isFirst
      ? journal.find({ where: { productId }, limit: READ_MOST, fields: ['number', 'variantId', 'change'] })
      : null,
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return {
    product: productOf(product, ctx.now),
    out: product.delivered - product.stock,
    kinds: whole ? shelfSums(product, whole) : [],
    journal: rows.map(({ by, ...entry }) => ({ ...entry, by: by.name })),
    next,
    now: ctx.now,
  }
})
