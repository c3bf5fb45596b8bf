import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { callAtOf, variantName } from '@domain/mall/goods'
import type { GoodInput } from '@domain/mall/goodsContract'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopies, removeFiles } from '@platform/storage'
import { saidOf, toldOf } from './goodDocument'
import { isGoodPicture, takeGoodPictures, withPictures } from './goodPictures'
import { insertGood } from './newGood'
import { type ProductDocument, products } from './store'

export const saveGood = handle(mall.saveGood, async (ctx, { productId, edition, good, firstStock }) => {
  const before = productId === undefined ? null : await products.require(productId, 'MALL_PRODUCT_MISSING')
  await ctx.wechat.assertTextIsSafe(...wordsIn(good))
  return before ? changeGood(ctx, before, edition, good) : insertGood(ctx, good, firstStock)
})

/** What colleagues read of it. */
const wordsIn = ({ name, summary, unit, featured, variants }: GoodInput): string[] =>
  [name, summary, unit, featured ?? '', ...variants.map(variantName)].filter(Boolean)

/** The document is hot: no transaction. A repeated command finds by its id that the edition is its own. */
async function changeGood(ctx: EmployeeContext, before: ProductDocument, edition: number, chosen: GoodInput) {
  const { _id: productId, stockOf, shelvedAt } = before
  const gone = Object.entries(stockOf).filter(
    ([variantId]) => !chosen.variants.some(variant => variant.variantId === variantId),
  )
  // The shelf keeps the place of one that is gone, at 0: an order of it may still come back.
  refuse(
    gone.some(([, left]) => left > 0),
    'MALL_VARIANT_IN_USE',
  )
  // Each piece of a code is a code, and of a thing none is: what came in as the one is not handed over as the other.
  const turns = isOfCodes(before) !== isOfCodes(chosen)
  refuse(turns && before.delivered !== 0, 'MALL_PIECES_IN_USE', ['deliveries'])
  const { pictures, ...files } = await takeGoodPictures(chosen.pictures, before.pictures)
  const good = withPictures(chosen, pictures)
  const { _id, ...told } = toldOf(good, productId, shelvedAt)
  const added = good.variants.filter(({ variantId }) => stockOf[variantId] === undefined)
  const shelves = Object.fromEntries(added.map(({ variantId }) => [`stockOf.${variantId}`, 0]))
  // Who waits for the opening is called for the one that there is now.
  const calling = before.callAt === null ? {} : { callAt: callAtOf(good.sale, ctx.now) }
  // A night takes them out of storage, when no redemption under way copies a cover any more.
  const dropped = [...new Set([...(before.dropped ?? []), ...before.pictures])].filter(
    fileId => isGoodPicture(fileId) && !pictures.includes(fileId),
  )
  return keepingCopies(files, async () => {
    const changed = await products.updateWhere(
      { _id, edition, ...(turns ? { delivered: 0 } : {}) },
      { ...told, ...shelves, ...calling, dropped, edition: _.inc(1), changedBy: ctx.requestId },
    )
    if (changed === 0) await assertOwnEdition(ctx, productId, edition, files.copies)
    return ctx.transaction(
      async () => ({ productId, edition: edition + 1 }),
      () => ({ subject: `${products.name}/${productId}`, before: saidOf(before), after: good }),
    )
  })
}

/**
 * Of a command that was cut off and is repeated: what it copied this time shows nowhere.
 * @throws Refusal MALL_GOOD_CHANGED where somebody else has changed it
 */
async function assertOwnEdition(
  ctx: EmployeeContext,
  productId: string,
  edition: number,
  copies: readonly string[],
): Promise<void> {
  const now = await products.require(productId, 'MALL_PRODUCT_MISSING')
  refuse(now.edition !== edition + 1 || now.changedBy !== ctx.requestId, 'MALL_GOOD_CHANGED')
  await removeFiles(copies)
}

const isOfCodes = ({ deliveries }: Pick<GoodInput, 'deliveries'>) => deliveries.includes('code')
