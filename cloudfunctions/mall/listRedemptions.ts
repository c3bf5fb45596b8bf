import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { type OrderDocument, orders, products } from './store'
import { productOf } from './views'

const fields = [
  '_id',
  'number',
  'buyer',
  'variantName',
  'quantity',
  'paid',
  'state',
  'delivery',
  'placedAt',
] as const satisfies readonly (keyof OrderDocument)[]

export const listRedemptions = handle(mall.listRedemptions, async (ctx, { productId, after }) => {
  const [product, found] = await Promise.all([
    products.require(productId, 'MALL_PRODUCT_MISSING'),
    orders.find({
      where: { productId, ...(after ? { _id: _.lt(after) } : {}) },
      orderBy: [['_id', 'desc']],
      limit: limits.pageSize + 1,
      fields,
    }),
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return {
    product: productOf(product, ctx.now),
    redemptions: rows.map(({ _id, delivery, ...order }) => ({
      orderId: _id,
      ...order,
      desk: delivery.kind === 'desk' ? delivery.place : null,
    })),
    next,
    now: ctx.now,
  }
})
