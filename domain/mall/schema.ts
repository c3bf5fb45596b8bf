import * as z from 'zod'
import { limits } from '../kernel/limits'
import { Coins, Count, Id, Instant, line, type Person, text } from '../kernel/schema'
import { afterSaleKinds } from './afterSale'
import { productCategories } from './categories'
import { limitPeriods, productTags } from './goods'
import { deliveryKinds, orderActions, orderStates } from './order'
import { PARCEL_NUMBER, parcelNumberTyped } from './shipping'

export const Product = z.object({
  productId: z.string(),
  name: z.string(),
  summary: z.string(),
  category: z.enum(productCategories),
  coverFileId: z.string(),
  /** The picture's ground, so that a card has its colour before the picture arrives. */
  coverGround: z.string(),
  price: Coins,
  stock: Count,
  /** How many one person may redeem in all; null: no limit. */
  limitPerPerson: z.number().int().nullable(),
  /** "条", "只": what one piece is called. */
  unit: z.string(),
  deliveries: z.array(z.enum(deliveryKinds)),
  on: z.boolean(),
  /** The first is the cover. */
  pictures: z.array(z.string()),
  variants: z.array(
    z.object({
      variantId: z.string(),
      colour: z.string().nullable(),
      size: z.string().nullable(),
      /** The one of `pictures` that shows it; null: the cover does. */
      picture: z.string().nullable().optional(),
      stock: Count,
    }),
  ),
  tags: z.array(z.enum(productTags)),
  limitPerPeriod: z.object({ period: z.enum(limitPeriods), most: Count }).nullable(),
  sale: z.object({ opensAt: Instant, closesAt: Instant.nullable() }).nullable(),
  /** Points of experience from which on it may be had; null: from the first day. */
  experienceMin: z.number().int().nullable(),
  /** What its banner says; null: it has none. */
  featured: z.string().nullable(),
})

export type ProductCategory = (typeof productCategories)[number]
export type ProductView = z.infer<typeof Product>
export type BuyerView = z.infer<typeof Person>

export const Desk = z.object({ deskId: z.string(), name: z.string(), site: z.string(), hours: z.string() })

const ToDesk = z.strictObject({ kind: z.literal('desk'), deskId: Id })
const ToHome = z.strictObject({
  kind: z.literal('home'),
  recipient: line(2, limits.nameMax),
  phone: z.string().regex(/^1\d{10}$/),
  address: text(6, limits.addressMax),
})
export const Delivery = z.discriminatedUnion('kind', [
  ToDesk,
  z.strictObject({ kind: z.literal('code') }),
  ToHome,
])
/** Where an order of a thing may go instead. */
export const Redirection = z.discriminatedUnion('kind', [ToDesk, ToHome])

/** In the one form in which parcels are looked for. */
export const ParcelNumber = z
  .string()
  .max(60)
  .transform(parcelNumberTyped)
  .pipe(z.string().regex(PARCEL_NUMBER))

/** A place to send to, as its owner has saved it. */
export const Address = z.object({
  addressId: z.string(),
  recipient: z.string(),
  phone: z.string(),
  /** Province, city, district. */
  region: z.array(z.string()),
  detail: z.string(),
  /** Comes first and is chosen already. */
  preferred: z.boolean(),
})

export const OrderStep = z.object({
  action: z.enum(orderActions),
  at: Instant,
  by: z.string(),
  note: z.string().nullable(),
})

export type DeliveryWish = z.infer<typeof Delivery>

const NamedOrder = z.object({ orderId: z.string(), number: z.string() })

export const Order = z.object({
  orderId: z.string(),
  /** "M2611 2400 418": what people read to each other. */
  number: z.string(),
  productId: z.string(),
  productName: z.string(),
  coverFileId: z.string(),
  coverGround: z.string(),
  unit: z.string(),
  variantId: z.string(),
  /** "雾蓝 · M"; empty for the only kind there is. */
  variantName: z.string(),
  quantity: Count,
  paid: Coins,
  /** Of an order of which pieces were set apart, and of such pieces; null of every other. */
  apart: z
    .object({
      /** As it was redeemed, before anything was set apart. */
      first: z.object({ quantity: Count, paid: Coins }),
      /** What these pieces were set apart from. */
      from: NamedOrder.nullable(),
      /** What was set apart of these, the first first. */
      parts: z.array(NamedOrder),
    })
    .nullable(),
  state: z.enum(orderStates),
  delivery: z.object({
    kind: z.enum(deliveryKinds),
    /** Desk name, or the address. */
    place: z.string(),
    recipient: z.string(),
    /** 138****0426 */
    phoneMasked: z.string().nullable(),
  }),
  /** How often it was sent elsewhere: whoever ships it says which address they have read. */
  edition: Count,
  parcel: z.object({ carrier: z.string(), number: z.string() }).nullable(),
  /** Where the parcel has been, oldest first. */
  nodes: z.array(z.object({ at: Instant, place: z.string(), words: z.string() })),
  /** What was asked for last, while or after it was. */
  afterSale: z
    .object({
      kind: z.enum(afterSaleKinds),
      reason: z.string(),
      words: z.string(),
      /** What it shall be exchanged for. */
      wish: z.object({ variantId: z.string(), name: z.string() }).nullable(),
      /** One that has not been looked at is shown to whoever sent it alone. */
      photos: z.array(z.object({ fileId: z.string(), checking: z.boolean() })),
    })
    .nullable(),
  trail: z.array(OrderStep),
  placedAt: Instant,
  /** What the caller may do now, from the table in `order.ts`. */
  actions: z.array(z.enum(orderActions)),
})

export type OrderView = z.infer<typeof Order>
