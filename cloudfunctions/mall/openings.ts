import { refuse } from '@domain/kernel/errors'
import { type Instant, inChina } from '@domain/kernel/time'
import { mall } from '@domain/mall/contract'
import { callAtOf, saleStateAt } from '@domain/mall/goods'
import { heldUntil } from '@domain/notice/quietHours'
import { inBlocks } from '@platform/blocks'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { eachWhile, type Shift } from '@platform/shift'
import { type ProductDocument, products, waits } from './store'
import { tellWaiting } from './waiting'

const PRODUCTS_MAX = 50
/** So many are called in one run; the ten minutes before an opening are ten runs. */
const CALLED_MAX = 300

export const awaitOpening = handle(mall.awaitOpening, async (ctx, { productId, awaited }) => {
  const _id = `${ctx.employee.id}.${productId}:opening`
  if (!awaited) {
    await waits.removeWhere({ _id })
    return { awaited }
  }
  const { sale } = await products.require(productId, 'MALL_PRODUCT_MISSING')
  const callAt = callAtOf(sale, ctx.now)
  refuse(ctx.now >= callAt, 'MALL_OPENING_NEAR')
  await waits.put({ _id, employeeId: ctx.employee.id, productId, variantId: null, at: ctx.now })
  await products.updateWhere({ _id: productId }, { callAt })
  return { awaited }
})

type Opening = Pick<ProductDocument, '_id' | 'name' | 'sale' | 'callAt'>

/** Calls those who asked for an opening, in the ten minutes before it, each once. @returns for how many goods */
export async function callForOpenings(now: Instant, shift: Shift): Promise<number> {
  const due = await products.find({
    // What lies off the shelf stays due, and calls once it is back.
    where: { on: true, callAt: _.lte(now) },
    orderBy: [['callAt', 'asc']],
    limit: PRODUCTS_MAX,
    fields: ['_id', 'name', 'sale', 'callAt'],
  })
  return eachWhile(shift, due, opening => callFor(opening, now, shift))
}

async function callFor(opening: Opening, now: Instant, shift: Shift): Promise<void> {
  const { _id, sale, callAt } = opening
  // A keeper moved it in the moment in which somebody asked.
  const planned = callAtOf(sale, now)
  if (planned > now) {
    await products.updateWhere({ _id, callAt }, { callAt: planned })
    return
  }
  const asked = { productId: _id, variantId: null }
  // It was off the shelf until its sale was over: there is nothing to call for any more.
  if (saleStateAt(sale, now) === 'over') {
    await waits.removeWhere(asked)
    await products.updateWhere({ _id, callAt }, { callAt: null })
    return
  }
  const waiting = await waits.find({ where: asked, limit: CALLED_MAX })
  await inBlocks(shift, waiting, wait => tellWaiting(wait, wordsOf(opening, now), now))
  // Not before it is open: somebody may just have been in time to ask.
  const isOpen = sale === null || now >= sale.opensAt
  if (waiting.length === 0 && isOpen) await products.updateWhere({ _id, callAt }, { callAt: null })
}

/** A message that would be held over night until after the opening is none. */
function wordsOf({ name, sale }: Opening, now: Instant) {
  if (sale === null || now >= sale.opensAt)
    return { title: `${name}开换了`, body: '现在就能换，先到先得。', when: now, message: '开换了，先到先得' }
  const { opensAt } = sale
  const clock = inChina(opensAt).format('H:mm')
  const isOf = (heldUntil('goodReady', now) ?? now) <= opensAt
  return {
    title: `${name} ${clock} 开换`,
    body: '先到先得，提前几分钟进来等。',
    when: opensAt,
    message: isOf ? '马上开换，先到先得' : null,
  }
}
