import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { accountOf } from '../coin/public'
import { products } from './store'
import { productFields, productOf } from './views'

export const openShop = handle(mall.openShop, async (ctx, { category, after }) => {
  const [{ balance }, found] = await Promise.all([
    accountOf(ctx.employee.id),
    products.find({
      where: { on: true, ...(category ? { category } : {}), ...(after ? { _id: _.gt(after) } : {}) },
      orderBy: [['_id', 'asc']],
      limit: limits.pageSize + 1,
      fields: productFields,
    }),
  ])
  const { rows, next } = pageOf(found, limits.pageSize, product => product._id)
  return { balance, products: rows.map(productOf), next, now: ctx.now }
})
