import type { ParsedInputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { products } from './store'
import { productFields, productOf } from './views'

const along = ({ category, after }: ParsedInputOf<typeof mall.openShop>) => ({
  account: accountAlong(),
  page: products.along({
    where: { on: true, ...(category ? { category } : {}), ...(after ? { _id: _.gt(after) } : {}) },
    orderBy: [['_id', 'asc']],
    limit: limits.pageSize + 1,
    fields: productFields,
  }),
})

export const openShop = handleWith(mall.openShop, along, async (ctx, _input, found) => {
  const { balance } = accountFrom(ctx.employee.id, found.account[0] ?? null)
  const { rows, next } = pageOf(found.page, limits.pageSize, product => product._id)
  return { balance, products: rows.map(productOf), next, now: ctx.now }
})
