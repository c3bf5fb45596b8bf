import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { favourites, products } from './store'
import { productFields, productOf } from './views'

export function favouriteId(employeeId: string, productId: string): string {
  return `${employeeId}.${productId}`
}

export const markFavourite = handle(mall.markFavourite, async (ctx, { productId, favourite }) => {
  const _id = favouriteId(ctx.employee.id, productId)
  if (favourite) {
    await products.require(productId, 'MALL_PRODUCT_MISSING')
    await favourites.put({ _id, employeeId: ctx.employee.id, productId, at: ctx.now })
  } else await favourites.removeWhere({ _id })
  return { favourite }
})

export const listFavourites = handle(mall.listFavourites, async (ctx, { after }) => {
  const found = await favourites.find({
    where: { employeeId: ctx.employee.id, ...(after ? { _id: _.lt(after) } : {}) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  const ids = rows.map(({ productId }) => productId)
  const goods =
    ids.length === 0
      ? []
      : await products.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: productFields })
  const byId = new Map(goods.map(product => [product._id, productOf(product, ctx.now)]))
  return {
    products: ids.flatMap(id => {
      const product = byId.get(id)
      return product ? [product] : []
    }),
    next,
    now: ctx.now,
  }
})
