import type { ParsedInputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { type ShelfSort, saleStateAt } from '@domain/mall/goods'
import { productTerm } from '@domain/mall/searchTerms'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { products } from './store'
import { productFields, productOf } from './views'

type Input = ParsedInputOf<typeof mall.openShop>

const sorts: Record<ShelfSort, readonly ['_id' | 'byPrice' | 'byNewest', 'asc' | 'desc']> = {
  usual: ['_id', 'asc'],
  newest: ['byNewest', 'desc'],
  cheap: ['byPrice', 'asc'],
  dear: ['byPrice', 'desc'],
}

const BANNERS_MAX = 5

function pageAlong(input: Input) {
  const { category, text, after } = input
  const [key, way] = sorts[input.sort]
  const term = productTerm(text)
  return products.along({
    where: {
      on: true,
      ...(category && !term ? { category } : {}),
      ...(term ? { terms: _.in([term]) } : {}),
      ...(after ? { [key]: way === 'asc' ? _.gt(after) : _.lt(after) } : {}),
    },
    orderBy: [[key, way]],
    limit: limits.pageSize + 1,
    fields: productFields,
  })
}

const along = (input: Input) => ({
  account: accountAlong(),
  page: pageAlong(input),
  banners: products.along({
    where: { on: true, featured: _.gt('') },
    orderBy: [['featured', 'asc']],
    limit: input.after || input.text ? 1 : BANNERS_MAX,
    fields: productFields,
  }),
})

export const openShop = handleWith(mall.openShop, along, async (ctx, input, found) => {
  const { balance } = accountFrom(ctx.employee.id, found.account[0] ?? null)
  const [key] = sorts[input.sort]
  const { rows, next } = pageOf(found.page, limits.pageSize, product => product[key])
  const first = !input.after && !input.text
  return {
    balance,
    products: rows.map(product => productOf(product, ctx.now)),
    banners: first
      ? found.banners
          .filter(({ sale }) => saleStateAt(sale, ctx.now) !== 'over')
          .map(product => productOf(product, ctx.now))
      : [],
    next,
    now: ctx.now,
  }
})
