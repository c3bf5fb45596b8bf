import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, FileId, Id, Instant, line, NextCursor, Person, Reason, text } from '../kernel/schema'
import { productCategories } from './categories'
import { limitPeriods } from './goods'
import { pieceReasons, stockReasons } from './journal'
import { deliveryKinds, orderStates } from './order'
import { Product } from './schema'

const PRICE_MAX = 1_000_000
const CHANGE_MAX = 100_000
const VARIANTS_MAX = 24
const PICTURES_MAX = 9
const CODES_MAX = 500
const Name = line(1, limits.nameMax)
/** It becomes part of a field's name: a dot in it would make two of it, and what every object has is no name. */
const VariantId = Id.regex(/^[\w-]+$/).refine(id => !(id in {}), { message: 'a name of its own' })
const Most = z.number().int().min(1).max(999)

const GoodFields = z.strictObject({
  name: line(2, limits.titleMax),
  summary: text(2, limits.reasonMax),
  category: z.enum(productCategories),
  pictures: z.array(FileId).min(1).max(PICTURES_MAX),
  coverGround: z.string().regex(/^#[0-9a-f]{6}$/),
  price: z.number().int().min(1).max(PRICE_MAX),
  unit: line(1, 4),
  deliveries: z
    .array(z.enum(deliveryKinds))
    .min(1)
    .max(2)
    .refine(all => all.length === 1 || !all.includes('code'), { message: 'codes are no things' }),
  on: z.boolean(),
  variants: z
    .array(
      z.strictObject({
        variantId: VariantId,
        colour: Name.nullable(),
        size: Name.nullable(),
        picture: FileId.nullable().optional(),
      }),
    )
    .min(1)
    .max(VARIANTS_MAX)
    .refine(all => new Set(all.map(({ variantId }) => variantId)).size === all.length, {
      message: 'each variant once',
    })
    .refine(
      all => new Set(all.map(({ colour, size }) => JSON.stringify([colour, size]))).size === all.length,
      {
        message: 'each colour in each size once',
      },
    ),
  limitPerPerson: Most.nullable(),
  limitPerPeriod: z.strictObject({ period: z.enum(limitPeriods), most: Most }).nullable(),
  sale: z
    .strictObject({ opensAt: Instant, closesAt: Instant.nullable() })
    .refine(({ opensAt, closesAt }) => closesAt === null || closesAt > opensAt, {
      message: 'opens, then closes',
    })
    .nullable(),
  experienceMin: Most.max(PRICE_MAX).nullable(),
  featured: line(2, limits.titleMax).nullable(),
})

export const Good = GoodFields.refine(
  ({ pictures, variants }) => variants.every(({ picture }) => !picture || pictures.includes(picture)),
  { message: 'a kind shows a picture of its own good' },
)

export type GoodInput = z.infer<typeof Good>

/** A good as its keeper sees it: also off the shelf, with what ever came in. */
const KeptGood = Product.extend({ edition: Count, delivered: Count })

/** Of one kind: what came by the journal, less what lies on the shelf, is what was redeemed. */
const ShelfSum = z.object({
  variantId: z.string(),
  came: z.number().int(),
  out: z.number().int(),
  stock: Count,
})

const access = 'mall.goods.manage'

export const goodsProcedures = {
  /** Every good, also those that are off the shelf; or only those that are on it, or off it; or so called. */
  listGoods: query({
    access,
    input: z.strictObject({
      on: z.boolean().optional(),
      text: line(0, limits.nameMax).default(''),
      after: Cursor.optional(),
    }),
    output: z.object({
      goods: z.array(KeptGood),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
  /** One good, to be edited or copied. */
  openGood: query({
    access,
    input: z.strictObject({ productId: Id }),
    output: z.object({ good: KeptGood, now: Instant }),
    errors: ['MALL_PRODUCT_MISSING'],
  }),
  saveGood: command({
    access,
    // The shelf changes outside its transaction: under an id that is another's nothing may change unrecorded.
    idempotency: 'reception',
    input: z.strictObject({
      /** Absent: a new one. */
      productId: Id.optional(),
      /** As it was read, so that nobody writes over what another has changed. */
      edition: Count.default(0),
      good: Good,
      /** Of a new one: the pieces that lie there, by variant. Later changes go through the journal one by one. */
      firstStock: z.record(Id, z.number().int().min(0).max(CHANGE_MAX)).default({}),
    }),
    output: z.object({ productId: z.string(), edition: Count }),
    errors: [
      'MALL_PRODUCT_MISSING',
      'MALL_GOOD_CHANGED',
      'MALL_VARIANT_IN_USE',
      'MALL_PIECES_IN_USE',
      'MALL_VARIANT_MISSING',
      'MALL_PICTURE_MISSING',
      'MALL_PICTURE_UNFIT',
      'MALL_NO_CODES_HERE',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 9 + VARIANTS_MAX,
      because: 'a new good comes with an entry in the journal for each of its kinds; else eight',
    },
  }),
  openStock: query({
    access,
    input: z.strictObject({ productId: Id, after: Cursor.optional() }),
    output: z.object({
      product: Product,
      /** In orders and in redemptions under way. */
      out: Count,
      /** Where the pieces of each kind are; empty after the first page, and where the book is too long to be summed. */
      kinds: z.array(ShelfSum),
      journal: z.array(
        z.object({
          number: Count,
          variantId: z.string(),
          change: z.number().int(),
          before: Count,
          after: Count,
          reason: z.enum(stockReasons),
          words: z.string(),
          by: z.string(),
          at: Instant,
        }),
      ),
      next: NextCursor,
      now: Instant,
    }),
    errors: ['MALL_PRODUCT_MISSING'],
    budget: {
      requests: 4,
      because: 'caller, product; a page of the journal and the sums of the whole at once',
    },
  }),
  changeStock: command({
    access,
    idempotency: 'reception',
    input: z
      .strictObject({
        productId: Id,
        variantId: Id,
        /** How many came, or went; of a count, how many lie there. The reason says which. */
        pieces: z.number().int().min(0).max(CHANGE_MAX),
        reason: z.enum(pieceReasons),
        words: Reason,
      })
      .refine(({ pieces, reason }) => pieces > 0 || reason === 'counted', { message: 'at least a piece' }),
    output: z.object({ before: Count, after: Count }),
    errors: ['MALL_PRODUCT_MISSING', 'MALL_VARIANT_MISSING', 'MALL_STOCK_TOO_LOW', 'MALL_NO_CODES_HERE'],
    budget: {
      requests: 9,
      because: 'caller, reception, product, entry; the shelf changes by one update; then entry and result',
    },
  }),
  /** Codes go in sealed; as many pieces come onto the shelf. */
  addCodes: command({
    access,
    idempotency: 'reception',
    input: z.strictObject({
      productId: Id,
      variantId: Id,
      codes: z
        .array(z.string().regex(/^[\x21-\x7e]{4,80}$/))
        .min(1)
        .max(CODES_MAX),
    }),
    output: z.object({ before: Count, after: Count }),
    errors: ['MALL_PRODUCT_MISSING', 'MALL_VARIANT_MISSING', 'MALL_CODES_KNOWN', 'MALL_NO_CODES_HERE'],
    budget: { requests: 12, because: 'as a change of stock, and the codes are written and looked for first' },
  }),
  openMallStats: query({
    access,
    input: z.strictObject({ days: z.union([z.literal(7), z.literal(30), z.literal(90)]).default(30) }),
    output: z.object({
      orders: Count,
      people: Count,
      coins: Count,
      refunded: Count,
      goods: z.array(z.object({ productId: z.string(), name: z.string(), pieces: Count, coins: Count })),
      departments: z.array(z.object({ name: z.string(), people: Count, coins: Count })),
      days: z.array(z.object({ on: z.string(), coins: Count })),
      /** The same of as many days before; null where they were too many to be read. */
      before: z.object({ coins: Count, orders: Count, people: Count }).nullable(),
      /** False: there were more than ten thousand orders, and these are the last. */
      complete: z.boolean(),
      now: Instant,
    }),
    errors: [],
    budget: { requests: 12, because: 'orders are read a thousand a request, ten thousand at most' },
  }),
  /** Who redeemed a good, the newest first; what was called off or came back is there and says so. */
  listRedemptions: query({
    access,
    input: z.strictObject({ productId: Id, after: Cursor.optional() }),
    output: z.object({
      product: Product,
      redemptions: z.array(
        z.object({
          orderId: z.string(),
          number: z.string(),
          buyer: Person,
          variantName: z.string(),
          quantity: Count,
          paid: Count,
          state: z.enum(orderStates),
          /** The desk where it is fetched; null: it is sent, or a code. */
          desk: z.string().nullable(),
          placedAt: Instant,
        }),
      ),
      next: NextCursor,
      now: Instant,
    }),
    errors: ['MALL_PRODUCT_MISSING'],
  }),
}
