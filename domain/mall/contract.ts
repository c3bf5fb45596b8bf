import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Coins, Count, Cursor, Id, Instant, line, NextCursor, Person, text } from '../kernel/schema'
import { kindTraits } from './afterSale'
import { afterSaleProcedures } from './afterSaleContract'
import { basketProcedures } from './basketContract'
import { productCategories } from './categories'
import { ONLY_VARIANT, shelfSorts } from './goods'
import { goodsProcedures } from './goodsContract'
import { callOffCauses, orderStates } from './order'
import { Address, Delivery, Desk, Order, ParcelNumber, Product, Redirection } from './schema'
import { shippingProcedures } from './shippingContract'

export type { BuyerView, DeliveryWish, OrderView, ProductCategory, ProductView } from './schema'

/** As a keeper has it before them. */
const KeptOrder = Order.extend({
  buyer: Person,
  /** Whole, for the label, as long as there is one to be written or followed. */
  phone: z.string().nullable(),
})

const PickupCode = z.string().min(8).max(64)

/** What is given out at a desk, and to whom. */
const Pickup = z.object({
  orderId: z.string(),
  number: z.string(),
  productName: z.string(),
  quantity: Count,
  buyer: Person,
})

export const mall = {
  ...basketProcedures,
  ...afterSaleProcedures,
  ...goodsProcedures,
  ...shippingProcedures,
  openShop: query({
    access: 'employee',
    input: z.strictObject({
      category: z.enum(productCategories).optional(),
      sort: z.enum(shelfSorts).default('usual'),
      /** Part of a name, in characters or pinyin; whole words of it do not matter. */
      text: line(0, limits.nameMax).default(''),
      after: Cursor.optional(),
    }),
    output: z.object({
      balance: Coins,
      products: z.array(Product),
      /** On the first page alone. */
      banners: z.array(Product),
      next: NextCursor,
      now: Instant,
    }),
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
      /** And in the period that its limit speaks of. */
      takenInPeriod: Count,
      desks: z.array(Desk),
      addresses: z.array(Address),
      experience: Count,
      favourite: z.boolean(),
      /** Variants of whose return I asked to be told. */
      awaited: z.array(z.string()),
      /** Whether I asked to be called before it opens. */
      awaitsOpening: z.boolean(),
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
      variantId: Id.default(ONLY_VARIANT),
      quantity: z.number().int().min(1).max(limits.quantityMax),
      /** Of one piece, as whoever pays has seen it. What is paid is the shop's own price, and refused where it is another. */
      priceSeen: Coins,
      delivery: Delivery,
      /** Whether the line leaves the basket with it. */
      fromBasket: z.boolean().default(false),
    }),
    output: z.object({ orderId: z.string(), paid: Coins, balance: Coins, stock: Count }),
    errors: [
      'MALL_PRODUCT_MISSING',
      'MALL_VARIANT_MISSING',
      'MALL_PRODUCT_OFF',
      'MALL_NOT_OPEN_YET',
      'MALL_SALE_OVER',
      'MALL_LEVEL_TOO_LOW',
      'MALL_PRICE_CHANGED',
      'MALL_OUT_OF_STOCK',
      'MALL_OVER_LIMIT',
      'MALL_OVER_PERIOD_LIMIT',
      'MALL_DELIVERY_INVALID',
      'MALL_REDEMPTION_EXPIRED',
      'COIN_NOT_ENOUGH',
    ],
    budget: {
      requests: 17,
      because:
        'caller, reception, product, desks once; stock and limit are taken by one conditional update before the transaction of account twice, order, entry, the basket that forgets the line, and result, which is twelve; then a code is found, claimed and written into its order',
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
      /** The desk where it waits, with its hours, and on which of the next days nobody works; as the code. */
      pickupDesk: Desk.extend({ daysOff: z.array(z.string()) }).nullable(),
      /** What a redemption of codes has bought; for the buyer alone. */
      codes: z.array(z.string()),
      /** What it may be exchanged for, with the pieces of each; for the buyer, while there is time for it. */
      kinds: z.array(z.object({ variantId: z.string(), name: z.string(), stock: Count })),
      /** In what those differ from what was redeemed. */
      traits: z.array(z.enum(kindTraits)),
      /** Where a thing that may go back is taken: to the desk where it was fetched, else to those where its buyer works. */
      returnDesks: z.array(Desk),
      now: Instant,
    }),
    errors: ['MALL_ORDER_MISSING', 'MALL_NOT_YOUR_ORDER'],
  }),
  cancelOrder: command({
    access: 'employee',
    input: z.strictObject({ orderId: Id, reason: text(2, limits.reasonMax) }),
    output: z.object({ refunded: Coins, balance: Coins }),
    errors: [
      'MALL_ORDER_MISSING',
      'MALL_NOT_YOUR_ORDER',
      'MALL_TRANSITION_REFUSED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
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
  /** To a desk instead of an address, or to an address instead of a desk, until it is sent or fetched. */
  redirectOrder: command({
    access: 'employee',
    input: z.strictObject({ orderId: Id, edition: Count, delivery: Redirection }),
    output: z.object({ edition: Count }),
    errors: [
      'MALL_ORDER_MISSING',
      'MALL_NOT_YOUR_ORDER',
      'MALL_TRANSITION_REFUSED',
      'MALL_DESTINATION_CHANGED',
      'MALL_DELIVERY_INVALID',
    ],
    budget: { requests: 7, because: "as a command, and the desks on an instance's first call" },
  }),
  /** The keeper's list: what waits to be sent or handed over, or is on its way, oldest first. */
  listFulfilment: query({
    access: 'mall.orders.fulfil',
    input: z.strictObject({
      kind: z.enum(['desk', 'home', 'sent']),
      /** Of what waits at desks: at this one alone. */
      deskId: Id.optional(),
      after: Cursor.optional(),
    }),
    output: z.object({
      orders: z.array(KeptOrder),
      /** All of them, where it is what waits at desks. */
      desks: z.array(Desk),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
  /** Orders in whatever state, the newest first: by number, waybill, who redeemed them, or what. */
  findOrders: query({
    access: 'mall.orders.fulfil',
    input: z.strictObject({ text: line(1, limits.nameMax) }),
    output: z.object({
      orders: z.array(KeptOrder),
      /** False: there are more, or more people or goods of that name than are looked at. */
      complete: z.boolean(),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 7,
      because: 'people and goods of that name are looked up first; then orders by each of the four ways',
    },
  }),
  shipOrder: command({
    access: 'mall.orders.fulfil',
    input: z.strictObject({
      orderId: Id,
      carrier: line(2, 20),
      number: ParcelNumber,
      /** Of the order as its keeper has read the address. */
      edition: Count.default(0),
    }),
    output: z.object({ state: z.enum(orderStates) }),
    errors: ['MALL_ORDER_MISSING', 'MALL_OWN_ORDER', 'MALL_TRANSITION_REFUSED', 'MALL_DESTINATION_CHANGED'],
    budget: {
      requests: 8,
      because:
        'as a command, and the buyer is told: whether a message is allowed and who that is to WeChat; of an order of their own, who else keeps the mall',
    },
  }),
  /** Carrier and number as they are, where they were written down wrong. */
  correctWaybill: command({
    access: 'mall.orders.fulfil',
    input: z.strictObject({ orderId: Id, carrier: line(2, 20), number: ParcelNumber }),
    output: z.object({ state: z.enum(orderStates) }),
    errors: ['MALL_ORDER_MISSING', 'MALL_OWN_ORDER', 'MALL_TRANSITION_REFUSED'],
    budget: { requests: 8, because: 'as shipping' },
  }),
  /** What cannot be given out: coins go back, and the pieces on the shelf or, where they are lost or broken, out of the books. */
  callOffOrder: command({
    access: 'mall.orders.fulfil',
    input: z.strictObject({ orderId: Id, cause: z.enum(callOffCauses), reason: text(2, limits.reasonMax) }),
    output: z.object({ refunded: Coins }),
    errors: [
      'MALL_ORDER_MISSING',
      'MALL_OWN_ORDER',
      'MALL_TRANSITION_REFUSED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 14,
      because:
        'order, coins and notice change together; then the pieces go back or out, and the buyer is told',
    },
  }),
  /** What a code is for, and who fetches it, before it is given out; refused where it would not be. */
  openPickup: query({
    access: 'mall.orders.fulfil',
    input: z.strictObject({ pickupCode: PickupCode }),
    output: Pickup,
    errors: ['MALL_PICKUP_CODE_WRONG', 'MALL_OWN_ORDER', 'MALL_TRANSITION_REFUSED'],
  }),
  handOver: command({
    access: 'mall.orders.fulfil',
    input: z.strictObject({ pickupCode: PickupCode }),
    output: Pickup,
    errors: ['MALL_PICKUP_CODE_WRONG', 'MALL_OWN_ORDER', 'MALL_TRANSITION_REFUSED'],
    budget: { requests: 9, because: 'as shipping, and the code is looked up first' },
  }),
}
