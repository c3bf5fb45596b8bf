import { refuse } from '@domain/kernel/errors'
import { isOffered } from '@domain/mall/goods'
import type { GoodInput } from '@domain/mall/goodsContract'
import { type JournalEntry, journalId } from '@domain/mall/journal'
import type { EmployeeContext } from '@platform/context'
import { keepingCopies } from '@platform/storage'
import { toldOf } from './goodDocument'
import { takeGoodPictures, withPictures } from './goodPictures'
import { journal, type ProductDocument, products } from './store'

/**
 * A new good with what lies on its shelf. Nobody knows of it yet, so that good and journal may be written together.
 * @throws Refusal MALL_NO_CODES_HERE, MALL_VARIANT_MISSING, MALL_PICTURE_MISSING, MALL_PICTURE_UNFIT
 */
export async function insertGood(
  ctx: EmployeeContext,
  chosen: GoodInput,
  firstStock: Record<string, number>,
) {
  const productId = ctx.newId('product')
  const entries = firstEntries(ctx, productId, chosen, firstStock)
  const { pictures, ...files } = await takeGoodPictures(chosen.pictures)
  const good = withPictures(chosen, pictures)
  const stock = entries.reduce((sum, { change }) => sum + change, 0)
  const shelved: ProductDocument = {
    ...toldOf(good, productId, ctx.now),
    edition: 1,
    delivered: stock,
    stock,
    stockOf: Object.fromEntries(
      good.variants.map(({ variantId }) => [variantId, firstStock[variantId] ?? 0]),
    ),
    reservations: [],
    restocked: [],
    takenBy: {},
    takenIn: {},
    journalled: entries.length,
    unwritten: [],
    awaited: false,
    asked: 0,
    callAt: null,
  }
  return keepingCopies(files, () =>
    ctx.transaction(
      async tx => {
        await products.in(tx).insert(shelved)
        for (const entry of entries) await journal.in(tx).insert(entry)
        return { productId, edition: 1 }
      },
      () => ({ subject: `${products.name}/${productId}`, before: null, after: { ...good, firstStock } }),
    ),
  )
}

function firstEntries(
  { employee, receiptId, now: at }: EmployeeContext,
  productId: string,
  { variants, deliveries }: GoodInput,
  firstStock: Record<string, number>,
): JournalEntry[] {
  const counted = Object.entries(firstStock).filter(([, pieces]) => pieces > 0)
  // Pieces of these are codes: they come with them.
  refuse(counted.length > 0 && deliveries.includes('code'), 'MALL_NO_CODES_HERE')
  return counted.map(([variantId, change], index) => {
    refuse(!isOffered({ variants }, variantId), 'MALL_VARIANT_MISSING')
    const number = index + 1
    const by = { employeeId: employee.id, name: employee.name }
    const words = '上架时的库存'
    const causeId = `${receiptId}.${number}`
    const counts = { number, change, before: 0, after: change }
    return {
      _id: journalId(productId, number),
      productId,
      variantId,
      ...counts,
      reason: 'arrived',
      words,
      by,
      at,
      causeId,
    }
  })
}
