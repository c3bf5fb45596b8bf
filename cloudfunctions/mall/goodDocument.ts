import { productCategoryNames } from '@domain/mall/categories'
import { sortKeys, variantName } from '@domain/mall/goods'
import type { GoodInput } from '@domain/mall/goodsContract'
import { productTermsOf } from '@domain/mall/searchTerms'
import type { ProductDocument } from './store'

type Told = GoodInput &
  Pick<ProductDocument, '_id' | 'coverFileId' | 'byPrice' | 'byNewest' | 'terms' | 'shelvedAt'>

/** What a keeper says of a good, and what follows from it. */
export function toldOf(good: GoodInput, _id: string, shelvedAt: number): Told {
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

/** What the keeper said of it last, as the audit keeps it. */
export function saidOf(product: ProductDocument): GoodInput {
  const { name, summary, category, pictures, coverGround, price, unit, deliveries, on } = product
  const { variants, limitPerPerson, limitPerPeriod, sale, experienceMin, featured } = product
  return {
    ...{ name, summary, category, pictures, coverGround, price, unit, deliveries, on },
    ...{ variants, limitPerPerson, limitPerPeriod, sale, experienceMin, featured },
  }
}
