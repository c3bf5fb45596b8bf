import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { products } from './store'
import { productFields, productOf } from './views'

/** All that stands on the shelf, with room to spare. */
const SHELF_MAX = 500
const FOUND_MAX = 20

/** A shelf is short enough to be looked through, so that no index of words is kept for it. */
export const findProducts = handle(mall.findProducts, async (ctx, { text }) => {
  const shelf = await products.find({
    where: { on: true },
    orderBy: [['_id', 'asc']],
    limit: SHELF_MAX,
    fields: productFields,
  })
  const wanted = text.toLowerCase()
  const found = shelf.filter(({ name, summary }) =>
    [name, summary].some(words => words.toLowerCase().includes(wanted)),
  )
  return { products: found.slice(0, FOUND_MAX).map(product => productOf(product, ctx.now)) }
})
