import { z } from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Coins, Count, Cursor, Id, Instant, line, NextCursor, Person, text } from '../kernel/schema'
import { productCategories } from './categories'
import { deliveryKinds, orderActions, orderStates } from './order'

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
})

export type ProductCategory = (typeof productCategories)[number]
export type ProductView = z.infer<typeof Product>
export type BuyerView = z.infer<typeof Person>

export const Desk = z.object({ deskId: z.string(), name: z.string(), site: z.string(), hours: z.string() })

export const Delivery = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('desk'), deskId: Id }),
  z.strictObject({
    kind: z.literal('home'),
    recipient: line(2, limits.nameMax),
    phone: z.string().regex(/^1\d{10}$/),
    address: text(6, limits.addressMax),
  }),
])

export const OrderStep = z.object({
  action: z.enum(orderActions),
  at: Instant,
  by: z.string(),
  note: z.string().nullable(),
})

export type DeliveryWish = z.infer<typeof Delivery>

export const Order = z.object({
  orderId: z.string(),
  /** "M2611 2400 418": what people read to each other. */
  number: z.string(),
  productId: z.string(),
  productName: z.string(),
  coverFileId: z.string(),
  coverGround: z.string(),
  unit: z.string(),
  quantity: Count,
  paid: Coins,
  state: z.enum(orderStates),
  delivery: z.object({
    kind: z.enum(deliveryKinds),
    /** Desk name, or the address. */
    place: z.string(),
    recipient: z.string(),
    /** 138****0426 */
    phoneMasked: z.string().nullable(),
  }),
  parcel: z.object({ carrier: z.string(), number: z.string() }).nullable(),
  trail: z.array(OrderStep),
  placedAt: Instant,
  /** What the caller may do now, from the table in `order.ts`. */
  actions: z.array(z.enum(orderActions)),
})

export type OrderView = z.infer<typeof Order>

export const mall = {
  openShop: query({
    access: 'employee',
    input: z.strictObject({ category: z.enum(productCategories).optional(), after: Cursor.optional() }),
    output: z.object({ balance: Coins, products: z.array(Product), next: NextCursor, now: Instant }),
    errors: [],
  }),
  /** What is on the shelf and has these words in its name or below it; all for none. */
  findProducts: query({
    access: 'employee',
    input: z.strictObject({ text: line(0, limits.nameMax).default('') }),
    output: z.object({ products: z.array(Product) }),
    errors: [],
  }),
  openProduct: query({
    access: 'employee',
    input: z.strictObject({ productId: Id }),
    output: z.object({
      product: Product,
      balance: Coins,
      /** How many I have redeemed of it. */
      taken: Count,
      desks: z.array(Desk),
      now: Instant,
    }),
    errors: ['MALL_PRODUCT_MISSING'],
    budget: { requests: 4, because: "caller, product, balance, and the desks on an instance's first call" },
  }),
  redeem: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({
      productId: Id,
      quantity: z.number().int().min(1).max(limits.quantityMax),
      delivery: Delivery,
    }),
    output: z.object({ orderId: z.string(), paid: Coins, balance: Coins, stock: Count }),
    errors: [
      'MALL_PRODUCT_MISSING',
      'MALL_PRODUCT_OFF',
      'MALL_OUT_OF_STOCK',
      'MALL_OVER_LIMIT',
      'MALL_DELIVERY_INVALID',
      'MALL_REDEMPTION_EXPIRED',
      'COIN_NOT_ENOUGH',
    ],
    budget: {
      requests: 10,
      because:
        'caller, reception, product, desks once; stock and limit are taken by one conditional update before the transaction of account twice, order, entry and result',
    },
  }),
  listOrders: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ orders: z.array(Order), next: NextCursor, now: Instant }),
    errors: [],
  }),
  openOrder: query({
    access: 'employee',
    input: z.strictObject({ orderId: Id }),
    output: z.object({
      order: Order,
      /** The keeper scans this at the desk; present for the buyer while the order waits there. */
      pickupCode: z.string().nullable(),
      now: Instant,
    }),
    errors: ['MALL_ORDER_MISSING', 'MALL_NOT_YOUR_ORDER'],
  }),
  cancelOrder: command({
    access: 'employee',
    input: z.strictObject({ orderId: Id, reason: text(2, limits.reasonMax) }),
    output: z.object({ refunded: Coins, balance: Coins }),
    errors: ['MALL_ORDER_MISSING', 'MALL_NOT_YOUR_ORDER', 'MALL_TRANSITION_REFUSED'],
    budget: {
      requests: 9,
      because:
        'order and coins (the account twice, an entry) change together; then the pieces go back on the shelf',
    },
  }),
  confirmOrder: command({
    access: 'employee',
    input: z.strictObject({ orderId: Id }),
    output: z.object({ state: z.enum(orderStates) }),
    errors: ['MALL_ORDER_MISSING', 'MALL_NOT_YOUR_ORDER', 'MALL_TRANSITION_REFUSED'],
  }),
  /** The keeper's list: what waits to be sent or handed over, oldest first. */
  listFulfilment: query({
    access: 'mall.orders.fulfil',
    input: z.strictObject({ kind: z.enum(deliveryKinds), after: Cursor.optional() }),
    output: z.object({
      orders: z.array(
        Order.extend({ buyer: Person, /** Whole, for the label. */ phone: z.string().nullable() }),
      ),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
  shipOrder: command({
    access: 'mall.orders.fulfil',
    input: z.strictObject({
      orderId: Id,
      carrier: line(2, 20),
      number: z.string().regex(/^[A-Za-z0-9 ]{6,30}$/),
    }),
    output: z.object({ state: z.enum(orderStates) }),
    errors: ['MALL_ORDER_MISSING', 'MALL_TRANSITION_REFUSED'],
    budget: {
      requests: 7,
      because: 'as a command, and the buyer is told: whether a message is allowed and who that is to WeChat',
    },
  }),
  handOver: command({
    access: 'mall.orders.fulfil',
    input: z.strictObject({ pickupCode: z.string().min(8).max(64) }),
    output: z.object({
      orderId: z.string(),
      number: z.string(),
      productName: z.string(),
      quantity: Count,
      buyer: Person,
    }),
    errors: ['MALL_PICKUP_CODE_WRONG', 'MALL_TRANSITION_REFUSED'],
    budget: { requests: 8, because: 'as shipping, and the code is looked up first' },
  }),
}
