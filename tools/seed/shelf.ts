import type { ProductDocument } from '../../cloudfunctions/mall/store'
import { productCategoryNames } from '../../domain/mall/categories'
import { ONLY_VARIANT, sortKeys, type Variant, variantName } from '../../domain/mall/goods'
import { type JournalEntry, journalId } from '../../domain/mall/journal'
import { productTermsOf } from '../../domain/mall/searchTerms'
import type { Stocked } from '../../domain/mall/stock'

/** A variant with what lies on the shelf now, and what is in orders. */
export type Shelved = Variant & { stock: number; out?: number }

export const onlyVariant = (stock: number, out = 0): Shelved[] => [
  { variantId: ONLY_VARIANT, colour: null, size: null, stock, out },
]

/** Who opened the book of a shelf. */
const OPENED_BY = { employeeId: 'VC020731', name: '王砚秋' }

/** A shelf as it stands, with the book that explains it: one entry for each variant, of what there was at first. */
export function shelfOf(
  productId: string,
  variants: readonly Shelved[],
  at: number,
): { stocked: Omit<Stocked, 'takenBy' | 'takenIn'>; journal: JournalEntry[] } {
  const journal = variants
    .filter(({ stock, out = 0 }) => stock + out > 0)
    .map(({ variantId, stock, out = 0 }, index): JournalEntry => {
      const number = index + 1
      const after = stock + out
      const entry = { productId, variantId, number, change: after, before: 0, after, at, by: OPENED_BY }
      return {
        ...entry,
        _id: journalId(productId, number),
        reason: 'counted',
        words: '开账',
        causeId: `open.${productId}.${number}`,
      }
    })
  const stock = variants.reduce((sum, variant) => sum + variant.stock, 0)
  return {
    journal,
    stocked: {
      stock,
      delivered: journal.reduce((sum, { change }) => sum + change, 0),
      stockOf: Object.fromEntries(variants.map(variant => [variant.variantId, variant.stock])),
      reservations: [],
      restocked: [],
      journalled: journal.length,
      unwritten: [],
    },
  }
}

type Described = Pick<ProductDocument, '_id' | 'name' | 'category' | 'price' | 'shelvedAt' | 'coverFileId'>

/** What a product has besides its words and its pieces, if nothing else is said. */
export function plainTerms(product: Described, variants: readonly Shelved[]) {
  return {
    variants: variants.map(({ variantId, colour, size }) => ({ variantId, colour, size })),
    pictures: [product.coverFileId],
    limitPerPerson: null,
    limitPerPeriod: null,
    sale: null,
    experienceMin: null,
    featured: null,
    edition: 1,
    awaited: false,
    callAt: null,
    takenIn: {},
    terms: productTermsOf([
      product.name,
      productCategoryNames[product.category],
      ...variants.map(variantName).filter(Boolean),
    ]),
    ...sortKeys(product),
  } satisfies Partial<ProductDocument>
}
