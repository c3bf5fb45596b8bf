import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { changeShelf } from './shelf'

export const changeStock = handle(mall.changeStock, (ctx, { productId, ...wish }) =>
  // Pieces of these are codes: without one there is nothing to hand over.
  changeShelf(ctx, productId, wish, ({ deliveries }) =>
    refuse(deliveries.includes('code'), 'MALL_NO_CODES_HERE'),
  ),
)
