import { Refusal } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { allDesks } from './desks'
import { products } from './store'
import { productOf } from './views'

const along = ({ productId }: { productId: string }) => ({
  product: products.along({ where: { _id: productId }, limit: 1 }),
  account: accountAlong(),
})

export const openProduct = handleWith(mall.openProduct, along, async (ctx, _input, found) => {
  const [product] = found.product
  if (!product) throw new Refusal('MALL_PRODUCT_MISSING')
  const { balance } = accountFrom(ctx.employee.id, found.account[0] ?? null)
  const desks = await allDesks()
  return {
    product: productOf(product),
    balance,
    taken: product.takenBy[ctx.employee.id] ?? 0,
    desks: desks.map(({ _id, name, site, hours }) => ({ deskId: _id, name, site, hours })),
    now: ctx.now,
  }
})
