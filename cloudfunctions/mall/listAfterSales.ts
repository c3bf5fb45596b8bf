import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { keeperNames } from './orderSteps'
import { type OrderDocument, orders } from './store'
import { orderOf } from './views'

const ORDERS_MAX = 100
const STATES: OrderDocument['state'][] = ['returnAsked', 'returning', 'exchangeAsked', 'exchanging']
/** In the order in which they are offered: to give the coins back is what is left where there is nothing to exchange. */
const keepers = ['accept', 'refuse', 'exchange', 'takeBack', 'lapse'] as const

/** Since when it waits as it does. */
const sinceOf = ({ trail, placedAt }: OrderDocument) => trail.at(-1)?.at ?? placedAt

export const listAfterSales = handle(mall.listAfterSales, async ctx => {
  const found = await orders.find({ where: { state: _.in(STATES) }, limit: ORDERS_MAX })
  const names = keeperNames(ctx.employee)
  const asked = found.sort((one, other) => sinceOf(one) - sinceOf(other))
  return {
    orders: asked.flatMap(order => {
      const shown = orderOf(order, 'keeper', ctx.now)
      if (!shown.afterSale) return []
      const own = names.includes(order.employeeId)
      const { kind, reason, words, wish } = shown.afterSale
      const { orderId, number, productName, variantName, quantity, coverFileId, coverGround, unit } = shown
      return [
        {
          ...{ orderId, number, productName, variantName, quantity, coverFileId, coverGround, unit },
          buyer: order.buyer,
          paid: order.paid,
          kind,
          reason,
          words,
          wish: wish?.name ?? '',
          actions: keepers.filter(action => !own && shown.actions.includes(action)),
          at: sinceOf(order),
        },
      ]
    }),
    now: ctx.now,
  }
})
