import { Refusal, refuse } from '@domain/kernel/errors'
import { ownOf } from '@domain/kernel/own'
import type { Instant } from '@domain/kernel/time'
import { type JournalEntry, journalId, shelfChange } from '@domain/mall/journal'
import { RESERVATION_LIFE_MS } from '@domain/mall/stock'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import { eachWhile, type Shift } from '@platform/shift'
import { type Transaction, transaction } from '@platform/transaction'
import { journal, type ProductDocument, products } from './store'

const ATTEMPTS_MAX = 8
const DOCUMENTS_MAX = 100

type Change = Pick<JournalEntry, 'variantId' | 'reason' | 'words'> & { pieces: number }

/**
 * Changes a shelf as a keeper says, once for a command. The shelf is too hot for a transaction, so the entry rides in
 * the very update that changes it, and is written into the journal afterwards, by the command or by the sweeper.
 *
 * @param check what must hold of the product
 * @throws Refusal MALL_PRODUCT_MISSING, MALL_VARIANT_MISSING, MALL_STOCK_TOO_LOW; TOO_BUSY
 */
export async function changeShelf(
  ctx: EmployeeContext,
  productId: string,
  wish: Change,
  check: (product: ProductDocument) => void,
): Promise<{ before: number; after: number }> {
  const entry = await applyOnce(ctx, productId, wish, check)
  const result = await ctx.transaction(
    async tx => {
      await writeEntry(tx, entry)
      return { before: entry.before, after: entry.after }
    },
    () => ({
      subject: `${products.name}/${productId}`,
      before: { [entry.variantId]: entry.before },
      after: { [entry.variantId]: entry.after, reason: entry.reason, words: entry.words },
    }),
  )
  await forgetEntry(entry)
  return result
}

async function applyOnce(
  { receiptId: causeId, employee, now: at }: EmployeeContext,
  productId: string,
  { pieces, ...wish }: Change,
  check: (product: ProductDocument) => void,
): Promise<JournalEntry> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    // First the product, then the journal: an entry that has left the one is in the other.
    const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
    const [written] = await journal.find({ where: { causeId }, limit: 1 })
    const known = written ?? product.unwritten.find(entry => entry.causeId === causeId)
    if (known) return known
    check(product)
    const before = ownOf(product.stockOf, wish.variantId)
    if (before === undefined) throw new Refusal('MALL_VARIANT_MISSING')
    const change = shelfChange(wish.reason, pieces, before)
    const after = before + change
    refuse(after < 0, 'MALL_STOCK_TOO_LOW')
    const number = product.journalled + 1
    const by = { employeeId: employee.id, name: employee.name }
    const _id = journalId(productId, number)
    const entry: JournalEntry = { ...wish, change, _id, productId, number, before, after, by, at, causeId }
    if (await applyEntry(entry)) return entry
  }
  throw new Refusal('TOO_BUSY')
}

async function applyEntry(entry: JournalEntry): Promise<boolean> {
  const { productId, variantId, change, before, number } = entry
  const onShelf = `stockOf.${variantId}` as const
  const changed = await products.updateWhere(
    { _id: productId, journalled: number - 1, [onShelf]: before },
    {
      stock: _.inc(change),
      delivered: _.inc(change),
      journalled: _.inc(1),
      [onShelf]: _.inc(change),
      unwritten: _.push([entry]),
    },
  )
  return changed === 1
}

async function writeEntry(tx: Transaction, entry: JournalEntry): Promise<void> {
  if (!(await journal.in(tx).get(entry._id))) await journal.in(tx).insert(entry)
}

async function forgetEntry({ productId, _id }: JournalEntry): Promise<void> {
  await products.updateWhere({ _id: productId, 'unwritten._id': _id }, { unwritten: _.pull({ _id }) })
}

/** Writes the entries that crashes have left outside of the journal. */
export async function writeLeftEntries(now: Instant, shift: Shift): Promise<number> {
  const over = now - RESERVATION_LIFE_MS
  const found = await products.find({
    where: { 'unwritten.at': _.lt(over) },
    limit: DOCUMENTS_MAX,
    fields: ['_id', 'unwritten'],
  })
  const left = found.flatMap(({ unwritten }) => unwritten.filter(({ at }) => at < over))
  return eachWhile(shift, left, async entry => {
    await transaction(tx => writeEntry(tx, entry))
    await forgetEntry(entry)
  })
}
