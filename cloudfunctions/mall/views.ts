import { maskPhone } from '@domain/identity/phone'
import type { Instant } from '@domain/kernel/time'
import { afterSaleKinds, askAction, mayAsk, mayLapse, reasonName } from '@domain/mall/afterSale'
import type { OrderView, ProductView } from '@domain/mall/contract'
import { tagsOf } from '@domain/mall/goods'
import { apartFrom, type OrderAction, orderActionsFor, partsOf, redirections } from '@domain/mall/order'
import { photosFor } from './afterSalePhotos'
import type { DeskDocument, OrderDocument, ProductDocument } from './store'

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
  'stockOf',
  'limitPerPerson',
  'limitPerPeriod',
  'unit',
  'deliveries',
  'on',
  'pictures',
  'variants',
  'sale',
  'experienceMin',
  'featured',
  'shelvedAt',
  'byPrice',
  'byNewest',
] as const satisfies readonly (keyof ProductDocument)[]

export type ShownProduct = Pick<ProductDocument, (typeof productFields)[number]>

export function productOf(product: ShownProduct, now: Instant): ProductView {
  const { _id, name, summary, category, coverFileId, coverGround, featured, experienceMin } = product
  const { price, stock, stockOf, limitPerPerson, limitPerPeriod, unit, deliveries, on, sale } = product
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
    pictures: product.pictures,
    variants: product.variants.map(variant => ({
      ...variant,
      picture: variant.picture ?? null,
      stock: stockOf[variant.variantId] ?? 0,
    })),
    tags: tagsOf(product, now),
    limitPerPeriod,
    sale,
    experienceMin,
    featured,
  }
}

export function deskOf({ _id, name, site, hours }: DeskDocument) {
  return { deskId: _id, name, site, hours }
}

function apartOf(order: OrderDocument): OrderView['apart'] {
  const { first } = order
  const named = ({ _id, number }: Pick<OrderDocument, '_id' | 'number'>) => ({ orderId: _id, number })
  const from = apartFrom(order)
  const own = partsOf(order).map(named)
  if (!first || (!from && own.length === 0)) return null
  return { first, from: from && named(from), parts: own }
}

/** An order as its buyer or a keeper sees it: phone numbers masked, with what that person may do now. */
export function orderOf(order: OrderDocument, actor: 'buyer' | 'keeper', now: Instant): OrderView {
  const { _id, number, productId, productName, coverFileId, coverGround, unit, quantity, paid } = order
  const { state, delivery, parcel, trail, placedAt } = order
  const { kind, place, recipient, phone } = delivery
  const { variantId, variantName, nodes, afterSale } = order
  return {
    orderId: _id,
    number,
    productId,
    productName,
    coverFileId,
    coverGround,
    unit,
    variantId,
    variantName,
    quantity,
    paid,
    apart: apartOf(order),
    state,
    delivery: { kind, place, recipient, phoneMasked: phone && maskPhone(phone) },
    edition: order.edition ?? 0,
    parcel,
    nodes,
    afterSale: afterSale && {
      kind: afterSale.kind,
      reason: reasonName(afterSale.kind, afterSale.reason),
      words: afterSale.words,
      wish: afterSale.wish,
      photos: photosFor(actor, afterSale),
    },
    trail,
    placedAt,
    actions: actionsFor(order, actor, now),
  }
}

/** The same as a keeper works with it: with whose it is, and the phone for a label that is still of use. */
export function keptOrderOf(order: OrderDocument, now: Instant) {
  const isUnderWay = order.state === 'placed' || order.state === 'shipped'
  return {
    ...orderOf(order, 'keeper', now),
    buyer: order.buyer,
    phone: isUnderWay ? order.delivery.phone : null,
  }
}

/** The table's, less what is too late or too early, and less where the thing could never be had. */
export function actionsFor(order: OrderDocument, actor: 'buyer' | 'keeper', now: Instant): OrderAction[] {
  const tooLate = afterSaleKinds.filter(kind => !mayAsk(kind, order, now)).map(kind => askAction[kind])
  const untimely: OrderAction[] = mayLapse(order, now) ? tooLate : [...tooLate, 'lapse']
  const { ways = [] } = order
  const nowhere = (['desk', 'home'] as const).filter(way => !ways.includes(way)).map(way => redirections[way])
  const left = [...untimely, ...nowhere]
  return orderActionsFor(order.state, order.delivery.kind, actor).filter(action => !left.includes(action))
}
