import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Coins, Count, Cursor, Id, Instant, line, NextCursor, Person, UploadedCsv } from '../kernel/schema'
import { NODE_PLACE_MAX, NODE_WORDS_MAX } from './shipping'

const access = 'mall.orders.fulfil'

const Line = z.object({
  line: Count,
  number: z.string(),
  /** What would happen, or what is wrong. */
  words: z.string(),
  wrong: z.boolean(),
})

/** A file and what each of its lines would do. Nothing is done. */
const Report = z.object({
  fileId: z.string(),
  /** The wrong ones first; of a long file not all, be they right or wrong. */
  lines: z.array(Line),
  /** Those that are not among `lines`. */
  more: Count,
  /** Would be done. */
  right: Count,
  /** Are done. */
  already: Count,
  wrong: Count,
})

const Imported = z.object({
  done: Count,
  already: Count,
  /** What was left out, and why. */
  skipped: z.array(Line),
  /** From which line on to go on; null: this was the last batch. */
  next: Count.nullable(),
})
const fileErrors = ['MALL_FILE_UNREADABLE'] as const

export const shippingProcedures = {
  /** `waybills`: 订单号, 快递公司, 运单号. `nodes`: 运单号, 时间, 地点, 说明. */
  checkShipping: command({
    access,
    idempotency: 'natural',
    input: z.strictObject({ kind: z.enum(['waybills', 'nodes']), fileId: UploadedCsv }),
    output: Report,
    errors: fileErrors,
    budget: {
      requests: 60,
      because: 'what the lines of a file name is read two hundred a request, twice where they are waybills',
    },
  }),
  /** The next batch of a file, line by line: what is wrong is left out. */
  importShipping: command({
    access,
    input: z.strictObject({
      kind: z.enum(['waybills', 'nodes']),
      fileId: UploadedCsv,
      /** How many lines were gone through before. */
      from: Count.default(0),
    }),
    output: Imported,
    errors: [...fileErrors, 'CONTENT_REJECTED', 'CONTENT_CHECK_UNAVAILABLE'],
    budget: {
      requests: 160,
      because:
        'a batch of at most 50 orders goes in one transaction with a notice for each: order, change, notice',
    },
  }),
  /** One thing that the carrier has said of a parcel, as a keeper heard it just now. */
  addNode: command({
    access,
    input: z.strictObject({ orderId: Id, place: line(1, NODE_PLACE_MAX), words: line(1, NODE_WORDS_MAX) }),
    output: z.object({ nodes: Count }),
    errors: [
      'MALL_ORDER_MISSING',
      'MALL_TRANSITION_REFUSED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: { requests: 8, because: 'as a command, and the buyer is told: in the inbox, and by WeChat' },
  }),
  /** What has to be fetched from the shelves, by thing and by place. */
  openPicking: query({
    access,
    input: z.strictObject({}),
    output: z.object({
      picks: z.array(
        z.object({
          productId: z.string(),
          name: z.string(),
          variantName: z.string(),
          unit: z.string(),
          coverFileId: z.string(),
          coverGround: z.string(),
          quantity: Count,
          places: z.array(
            z.object({
              place: z.string(),
              quantity: Count,
              /** For whom, the longest waiting first. */
              people: z.array(z.object({ name: z.string(), number: z.string(), quantity: Count })),
            }),
          ),
        }),
      ),
      orders: Count,
      complete: z.boolean(),
      now: Instant,
    }),
    errors: [],
  }),
  exportOrders: command({
    access,
    input: z.strictObject({
      days: z.union([z.literal(7), z.literal(30), z.literal(90)]),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
    }),
    /** A link that ends after ten minutes. */
    output: z.object({ url: z.string(), orders: Count, complete: z.boolean() }),
    errors: ['MALL_EXPORT_FAILED'],
    budget: { requests: 16, because: 'orders are read a thousand a request, ten thousand at most' },
  }),
  /** What is asked back or on its way back, the longest waiting first. */
  listAfterSales: query({
    access,
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      orders: z.array(
        z.object({
          orderId: z.string(),
          number: z.string(),
          productName: z.string(),
          variantName: z.string(),
          quantity: Count,
          coverFileId: z.string(),
          coverGround: z.string(),
          unit: z.string(),
          buyer: Person,
          paid: Coins,
          /** Of so many that were redeemed together. */
          ordered: Count,
          kind: z.enum(['return', 'exchange']),
          reason: z.string(),
          words: z.string(),
          wish: z.string(),
          photos: z.array(z.string()),
          /** Photos that have not been looked at yet. */
          photosChecking: Count,
          actions: z.array(z.enum(['accept', 'refuse', 'exchange', 'takeBack', 'lapse'])),
          at: Instant,
        }),
      ),
      /** Whether some are the keeper's own, and there is no other to answer them. */
      alone: z.boolean(),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
}
