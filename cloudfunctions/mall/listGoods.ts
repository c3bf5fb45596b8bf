import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { productTerm } from '@domain/mall/searchTerms'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { products } from './store'
import { productFields, productOf } from './views'

export const listGoods = handle(mall.listGoods, async (ctx, { on, text, after }) => {
  const term = productTerm(text)
  const found = await products.find({
    where: {
      _id: _.gt(after ?? ''),
      ...(on === undefined ? {} : { on }),
      ...(term ? { terms: _.in([term]) } : {}),
    },
    orderBy: [['_id', 'asc']],
    limit: limits.pageSize + 1,
    fields: [...productFields, 'edition', 'delivered'],
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return {
    goods: rows.map(product => ({
      ...productOf(product, ctx.now),
      edition: product.edition,
      delivered: product.delivered,
    })),
    next,
    now: ctx.now,
  }
})
