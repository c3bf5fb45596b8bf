import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { photosIn } from './afterSalePhotos'
import { isAlone } from './fourEyes'
import { keeperNames } from './orderSteps'
import { type OrderDocument, orders } from './store'
import { orderOf } from './views'

/** In the order in which they are offered: to give the coins back is what is left where there is nothing to exchange. */
const keepers = ['accept', 'refuse', 'exchange', 'takeBack', 'lapse'] as const

/** Since when it waits as it does. */
const sinceOf = ({ trail, placedAt }: OrderDocument) => trail.at(-1)?.at ?? placedAt

export const listAfterSales = handle(mall.listAfterSales, async (ctx, { after = '' }) => {
  const found = await orders.find({
    where: { backKey: _.gt(after) },
    orderBy: [['backKey', 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ backKey }) => backKey ?? '')
  const names = keeperNames(ctx.employee)
  const isOwn = rows.some(({ employeeId }) => names.includes(employeeId))
  return {
    alone: isOwn && (await isAlone(ctx.employee)),
    orders: rows.flatMap(order => {
      const shown = orderOf(order, 'keeper', ctx.now)
      if (!shown.afterSale) return []
      const own = names.includes(order.employeeId)
      const { kind, reason, words, wish, photos } = shown.afterSale
      const { orderId, number, productName, variantName, quantity, coverFileId, coverGround, unit } = shown
      return [
        {
          ...{ orderId, number, productName, variantName, quantity, coverFileId, coverGround, unit },
          buyer: order.buyer,
          paid: order.paid,
          ordered: order.first?.quantity ?? quantity,
          kind,
          reason,
          words,
          wish: wish?.name ?? '',
          photos: photos.map(({ fileId }) => fileId),
          photosChecking: photosIn(order).filter(({ state }) => state === 'checking').length,
          actions: keepers.filter(action => !own && shown.actions.includes(action)),
          at: sinceOf(order),
        },
      ]
    }),
    next,
    now: ctx.now,
  }
})
