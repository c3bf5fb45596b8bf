import { refuse } from '@domain/kernel/errors'
import { productCategoryNames } from '@domain/mall/categories'
import { mall } from '@domain/mall/contract'
import { sortKeys, variantName } from '@domain/mall/goods'
import type { GoodInput } from '@domain/mall/goodsContract'
import { productTermsOf } from '@domain/mall/searchTerms'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { type ProductDocument, products } from './store'

type Told = Omit<GoodInput, 'variants'> &
  Pick<ProductDocument, '_id' | 'coverFileId' | 'byPrice' | 'byNewest' | 'terms' | 'variants' | 'shelvedAt'>

export const saveGood = handle(mall.saveGood, async (ctx, { productId, edition, good }) => {
  if (productId === undefined) return insert(ctx, good)
  const before = await products.require(productId, 'MALL_PRODUCT_MISSING')
  const gone = Object.entries(before.stockOf).filter(
    ([variantId]) => !good.variants.some(variant => variant.variantId === variantId),
  )
  // The shelf keeps the place of one that is gone, at 0: an order of it may still come back.
  refuse(
    gone.some(([, left]) => left > 0),
    'MALL_VARIANT_IN_USE',
  )
  const { _id, ...told } = toldOf(good, productId, before.shelvedAt)
  const added = good.variants.filter(({ variantId }) => before.stockOf[variantId] === undefined)
  const shelves = Object.fromEntries(added.map(({ variantId }) => [`stockOf.${variantId}`, 0]))
  // The document is hot: no transaction. A repeated command finds its own edition.
  const changed = await products.updateWhere({ _id, edition }, { ...told, ...shelves, edition: _.inc(1) })
  if (changed === 0) {
    const now = await products.require(productId, 'MALL_PRODUCT_MISSING')
    refuse(now.edition !== edition + 1 || now.name !== good.name, 'MALL_GOOD_CHANGED')
  }
  return recorded(ctx, { productId, edition: edition + 1 }, shownOf(before), good)
})

function toldOf(good: GoodInput, _id: string, shelvedAt: number): Told {
  const names = good.variants.map(variantName).filter(Boolean)
  return {
    _id,
    ...good,
    shelvedAt,
    coverFileId: good.pictures[0] ?? '',
    terms: productTermsOf([good.name, productCategoryNames[good.category], ...names]),
    ...sortKeys({ _id, price: good.price, shelvedAt }),
  }
}

async function insert(ctx: EmployeeContext, good: GoodInput) {
  const productId = ctx.newId('product')
  const shelved: ProductDocument = {
    ...toldOf(good, productId, ctx.now),
    edition: 1,
    delivered: 0,
    stock: 0,
    stockOf: Object.fromEntries(good.variants.map(({ variantId }) => [variantId, 0])),
    reservations: [],
    restocked: [],
    takenBy: {},
    takenIn: {},
    journalled: 0,
    unwritten: [],
    awaited: false,
  }
  return ctx.transaction(
    async tx => {
      if (!(await products.in(tx).get(productId))) await products.in(tx).insert(shelved)
      return { productId, edition: 1 }
    },
    () => ({ subject: `${products.name}/${productId}`, before: null, after: good }),
  )
}

function recorded(
  ctx: EmployeeContext,
  result: { productId: string; edition: number },
  before: object,
  after: object,
) {
  return ctx.transaction(
    async () => result,
    () => ({ subject: `${products.name}/${result.productId}`, before, after }),
  )
}

function shownOf({ name, price, on, sale, limitPerPerson, limitPerPeriod, experienceMin }: ProductDocument) {
  return { name, price, on, sale, limitPerPerson, limitPerPeriod, experienceMin }
}
