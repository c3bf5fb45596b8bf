import type { ProductDocument } from '../../cloudfunctions/mall/store'
import { DAY_MS } from '../../domain/kernel/time'
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
const OPENED_BY = { employeeId: 'VC011203', name: '王砚秋' }

/** What happened to the fullest variant after the book was opened, long before anybody redeemed. */
const LATER: readonly { afterDays: number; change: number; reason: JournalEntry['reason']; words: string }[] =
  [
    { afterDays: 14, change: 6, reason: 'arrived', words: '补货一箱，已验收' },
    { afterDays: 26, change: -1, reason: 'damaged', words: '拆箱时压坏一件' },
    { afterDays: 41, change: 1, reason: 'counted', words: '季末盘点，多出一件' },
  ]
const LATER_SUM = LATER.reduce((sum, { change }) => sum + change, 0)

/** The book of a shelf that has been there for months: it opened with less, and says how the rest came and went. */
export function lived(journal: readonly JournalEntry[]): JournalEntry[] {
  const fullest = journal.reduce<JournalEntry | null>(
    (most, entry) => (entry.change > (most?.change ?? 2 * LATER_SUM) ? entry : most),
    null,
  )
  if (!fullest) return [...journal]
  let after = fullest.change - LATER_SUM
  const opened = journal.map(entry => (entry === fullest ? { ...entry, change: after, after } : entry))
  const later = LATER.map(({ afterDays, change, reason, words }, index): JournalEntry => {
    const number = journal.length + index + 1
    const { productId, variantId, by } = fullest
    const before = after
    after = before + change
    const at = fullest.at + afterDays * DAY_MS
    const causeId = `later.${productId}.${number}`
    const _id = journalId(productId, number)
    return { _id, productId, variantId, number, change, before, after, reason, words, by, at, causeId }
  })
  return [...opened, ...later]
}

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
    variants: variants.map(({ stock: _stock, out: _out, ...kind }) => kind),
    pictures: [product.coverFileId],
    limitPerPerson: null,
    limitPerPeriod: null,
    sale: null,
    experienceMin: null,
    featured: null,
    edition: 1,
    awaited: false,
    asked: 0,
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
