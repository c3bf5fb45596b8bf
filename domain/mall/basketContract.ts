import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Coins, Count, Cursor, Id, Instant, line, NextCursor, text } from '../kernel/schema'
import { Address, Desk, Product } from './schema'

export const BASKET_LINES_MAX = 20
export const ADDRESSES_MAX = 10

export const basketProcedures = {
  openBasket: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      balance: Coins,
      lines: z.array(
        z.object({
          product: Product,
          variantId: z.string(),
          quantity: Count,
          /** How many of the product, in whatever kind, the person has redeemed already. */
          taken: Count,
          takenInPeriod: Count,
        }),
      ),
      experience: Count,
      desks: z.array(Desk),
      addresses: z.array(Address),
      now: Instant,
    }),
    errors: [],
    budget: { requests: 4, because: "caller with basket, goods, and the desks on an instance's first call" },
  }),
  /** How many of a variant shall be in the basket; none takes it out. */
  putInBasket: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({
      productId: Id,
      variantId: Id,
      quantity: z.number().int().min(0).max(limits.quantityMax),
    }),
    output: z.object({ lines: Count }),
    errors: ['MALL_PRODUCT_MISSING', 'MALL_VARIANT_MISSING', 'MALL_BASKET_FULL'],
  }),
  markFavourite: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ productId: Id, favourite: z.boolean() }),
    output: z.object({ favourite: z.boolean() }),
    errors: ['MALL_PRODUCT_MISSING'],
  }),
  listFavourites: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ products: z.array(Product), next: NextCursor, now: Instant }),
    errors: [],
  }),
  /** Asks to be told, once, when a variant is back. */
  awaitStock: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ productId: Id, variantId: Id, awaited: z.boolean() }),
    output: z.object({ awaited: z.boolean() }),
    errors: ['MALL_PRODUCT_MISSING', 'MALL_VARIANT_MISSING', 'MALL_IN_STOCK'],
  }),
  /** Asks to be called, once, shortly before a sale opens. */
  awaitOpening: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ productId: Id, awaited: z.boolean() }),
    output: z.object({ awaited: z.boolean() }),
    errors: ['MALL_PRODUCT_MISSING', 'MALL_OPENING_NEAR'],
  }),
  listAddresses: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({ addresses: z.array(Address) }),
    errors: [],
  }),
  saveAddress: command({
    access: 'employee',
    input: z.strictObject({
      /** Absent: a new one. */
      addressId: Id.optional(),
      recipient: line(2, limits.nameMax),
      phone: z.string().regex(/^1\d{10}$/),
      region: z.array(line(1, limits.nameMax)).min(1).max(3),
      detail: text(2, limits.addressMax),
      preferred: z.boolean(),
    }),
    output: z.object({ addressId: z.string() }),
    errors: ['MALL_ADDRESSES_FULL', 'MALL_ADDRESS_MISSING'],
  }),
  removeAddress: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ addressId: Id }),
    output: z.object({ addresses: Count }),
    errors: [],
  }),
}
