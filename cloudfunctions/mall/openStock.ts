import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { type JournalEntry, journalId } from '@domain/mall/journal'
import { shelfSums } from '@domain/mall/stockAudit'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { journal, type ProductDocument, products } from './store'
import { productOf } from './views'

/** As many as one read returns. */
const READ_MOST = 1_000

/** Entries that changed the shelf are listed before they are in the book too, so that the list adds up to the shelf. */
export const openStock = handle(mall.openStock, async (ctx, { productId, after }) => {
  const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
  const isFirst = !after && product.journalled <= READ_MOST
  const [found, whole] = await Promise.all([
    journal.find({
      // One that was written since the product was read is not on the shelf that is shown.
      where: { productId, _id: after ? _.lt(after) : _.lte(journalId(productId, product.journalled)) },
      orderBy: [['_id', 'desc']],
      limit: limits.pageSize + 1,
    }),
    isFirst
      ? journal.find({ where: { productId }, limit: READ_MOST, fields: ['number', 'variantId', 'change'] })
      : null,
  ])
  const { rows, next } = pageOf(withUnwritten(found, product, after), limits.pageSize, ({ _id }) => _id)
  return {
    product: productOf(product, ctx.now),
    out: product.delivered - product.stock,
    kinds: whole ? shelfSums(product, whole) : [],
    journal: rows.map(({ by, ...entry }) => ({ ...entry, by: by.name })),
    next,
    now: ctx.now,
  }
})

/** @returns the entries of the book and those on their way into it, each once, the latest first */
function withUnwritten(
  found: readonly JournalEntry[],
  { unwritten }: ProductDocument,
  after: string | undefined,
): JournalEntry[] {
  const onTheirWay = unwritten.filter(({ _id }) => !after || _id < after)
  const byId = new Map([...onTheirWay, ...found].map(entry => [entry._id, entry]))
  return [...byId.values()].sort((one, other) => (one._id < other._id ? 1 : -1))
}
