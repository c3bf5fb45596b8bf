import type { Instant } from '@domain/kernel/time'
import type { BuyerView, ProductCategory } from '@domain/mall/contract'
import type { DeliveryKind, OrderAction, OrderState, Restock } from '@domain/mall/order'
import type { Stocked } from '@domain/mall/stock'
import { collection, type Document } from '@platform/collection'

/** One thing that can be redeemed, with its stock and with who holds or has taken how much of it. */
export interface ProductDocument extends Document, Stocked {
  name: string
  summary: string
  category: ProductCategory
  coverFileId: string
  coverGround: string
  price: number
  limitPerPerson: number | null
  unit: string
  deliveries: DeliveryKind[]
  on: boolean
}

export interface DeskDocument extends Document {
  name: string
  site: string
  hours: string
}

/** One redemption. What was promised is copied, because a product may change afterwards. */
export interface OrderDocument extends Document {
  number: string
  employeeId: string
  buyer: BuyerView
  productId: string
  productName: string
  coverFileId: string
  coverGround: string
  unit: string
  quantity: number
  paid: number
  state: OrderState
  delivery: {
    kind: DeliveryKind
    deskId: string | null
    place: string
    recipient: string
    phone: string | null
  }
  parcel: { carrier: string; number: string } | null
  trail: { action: OrderAction; at: Instant; by: string; note: string | null }[]
  placedAt: Instant
  /** What the desk scans; every order has one, because the index is unique. */
  pickupCode: string
  restock: Restock
}

export const products = collection<ProductDocument>('mall_products')
export const desks = collection<DeskDocument>('mall_desks')
export const orders = collection<OrderDocument>('mall_orders')
