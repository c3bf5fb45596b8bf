import { maskPhone } from '@domain/identity/phone'
import type { OrderView, ProductView } from '@domain/mall/contract'
import { type OrderAction, orderActionsFor } from '@domain/mall/order'
import type { OrderDocument, ProductDocument } from './store'

/** What the shop window shows; who holds and has taken how much stays inside. */
export const productFields = [
  '_id',
  'name',
  'summary',
  'category',
  'coverFileId',
  'coverGround',
  'price',
  'stock',
  'limitPerPerson',
  'unit',
  'deliveries',
  'on',
] as const satisfies readonly (keyof ProductDocument)[]

export function productOf(product: Pick<ProductDocument, (typeof productFields)[number]>): ProductView {
  const { _id, name, summary, category, coverFileId, coverGround } = product
  const { price, stock, limitPerPerson, unit, deliveries, on } = product
  return {
    productId: _id,
    name,
    summary,
    category,
    coverFileId,
    coverGround,
    price,
    stock,
    limitPerPerson,
    unit,
    deliveries,
    on,
  }
}

/** An order as its buyer or a keeper sees it: phone numbers masked, with what that person may do now. */
export function orderOf(order: OrderDocument, actor: 'buyer' | 'keeper'): OrderView {
  const { _id, number, productId, productName, coverFileId, coverGround, unit, quantity, paid } = order
  const { state, delivery, parcel, trail, placedAt } = order
  const { kind, place, recipient, phone } = delivery
  const actions: OrderAction[] = orderActionsFor(state, kind, actor)
  return {
    orderId: _id,
    number,
    productId,
    productName,
    coverFileId,
    coverGround,
    unit,
    quantity,
    paid,
    state,
    delivery: { kind, place, recipient, phoneMasked: phone && maskPhone(phone) },
    parcel,
    trail,
    placedAt,
    actions,
  }
}
