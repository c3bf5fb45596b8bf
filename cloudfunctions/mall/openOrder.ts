import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { isDayOff } from '@domain/kernel/holidays'
import { DAY_MS, dayOf, type Instant } from '@domain/kernel/time'
import { traitsToChange } from '@domain/mall/afterSale'
import { mall } from '@domain/mall/contract'
import { DESK_DAYS_LOOKED } from '@domain/mall/deskHours'
import { variantName } from '@domain/mall/goods'
import { nextOrderState, type OrderState } from '@domain/mall/order'
import { type Employee, handle } from '@platform/context'
import { codesOf } from './codes'
import { allDesks } from './desks'
import { type OrderDocument, orders, products } from './store'
import { deskOf, orderOf } from './views'

export const openOrder = handle(mall.openOrder, async (ctx, { orderId }) => {
  const order = await orders.require(orderId, 'MALL_ORDER_MISSING')
  const bought = order.employeeId === ctx.employee.id
  refuse(!bought && !can(ctx.employee.grants, 'mall.orders.fulfil'), 'MALL_NOT_YOUR_ORDER')
  const waitsAtDesk = nextOrderState(order.state, 'handOver', order.delivery.kind) !== null
  const shown = orderOf(order, bought ? 'buyer' : 'keeper', ctx.now)
  return {
    order: shown,
    pickupCode: bought && waitsAtDesk ? order.pickupCode : null,
    pickupDesk: bought && waitsAtDesk ? await pickupDeskOf(order, ctx.now) : null,
    codes: bought && order.delivery.kind === 'code' ? await codesOf(order) : [],
    ...(shown.actions.includes('askExchange') ? await kindsOf(order) : { kinds: [], traits: [] }),
    returnDesks: bought && GOING_BACK.includes(order.state) ? await returnDesksOf(order, ctx.employee) : [],
    now: ctx.now,
  }
})

async function pickupDeskOf({ delivery }: OrderDocument, now: Instant) {
  const desk = (await allDesks()).find(({ _id }) => _id === delivery.deskId)
  return desk ? { ...deskOf(desk), daysOff: daysOffFrom(now) } : null
}

/** From today on, as far as a phone looks, which knows no calendar of holidays. */
function daysOffFrom(now: Instant) {
  const days = Array.from({ length: DESK_DAYS_LOOKED + 1 }, (_, day) => dayOf(now + day * DAY_MS))
  return days.filter(isDayOff)
}

const GOING_BACK: readonly OrderState[] = ['returning', 'exchanging']

async function returnDesksOf({ delivery }: OrderDocument, { site }: Employee) {
  const all = await allDesks()
  const own = all.filter(desk => (delivery.deskId ? desk._id === delivery.deskId : desk.site === site))
  // A desk may be gone since, and not every site has one.
  return (own.length > 0 ? own : all).map(deskOf)
}

async function kindsOf({ productId, variantId: own }: OrderDocument) {
  const product = await products.get(productId)
  if (!product) return { kinds: [], traits: [] }
  const kinds = product.variants.map(variant => ({
    variantId: variant.variantId,
    name: variantName(variant),
    stock: product.stockOf[variant.variantId] ?? 0,
  }))
  return { kinds, traits: traitsToChange(product.variants, own) }
}
