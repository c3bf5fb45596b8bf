import * as z from 'zod'
import { isUploadedPicture } from '../forum/images'
import { command } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Coins, FileId, Id, line, Reason, text } from '../kernel/schema'
import { AFTER_SALE_PHOTOS_MAX, afterSaleKinds } from './afterSale'
import { orderStates } from './order'

const State = z.object({ state: z.enum(orderStates) })
const told = {
  requests: 8,
  because: 'as a command, and the buyer is told: in the inbox, and by WeChat where that is allowed',
}

export const afterSaleProcedures = {
  askAfterSale: command({
    access: 'employee',
    input: z.strictObject({
      orderId: Id,
      kind: z.enum(afterSaleKinds),
      /** One of those that belong to the kind. */
      reason: line(2, limits.nameMax),
      words: text(0, limits.reasonMax),
      /** Nothing but what was uploaded: it is copied, and then removed. */
      imageIds: z
        .array(FileId.refine(isUploadedPicture, { message: 'an uploaded picture' }))
        .max(AFTER_SALE_PHOTOS_MAX)
        .default([]),
      /** What it shall be exchanged for; the same kind when absent. */
      variantId: Id.optional(),
      /** So many of its pieces; all of them when absent. Fewer become an order of their own. */
      quantity: z.number().int().min(1).max(limits.quantityMax).optional(),
    }),
    /** The order that goes back: the one that was asked for, or what was set apart of it. */
    output: State.extend({ orderId: z.string() }),
    errors: [
      'MALL_ORDER_MISSING',
      'MALL_NOT_YOUR_ORDER',
      'MALL_TRANSITION_REFUSED',
      'MALL_AFTER_SALE_OVER',
      'MALL_REASON_INVALID',
      'MALL_MORE_THAN_ORDERED',
      'MALL_VARIANT_MISSING',
      'FORUM_IMAGE_MISSING',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 16,
      because:
        'as a command; an exchange reads what there is; photos that were shown before are dropped; and where a keeper asks and there is no other, those who give roles hear of it',
    },
  }),
  withdrawAfterSale: command({
    access: 'employee',
    input: z.strictObject({ orderId: Id }),
    /** The order that has the pieces now: the one that was asked for, or the one that they are with again. */
    output: State.extend({ orderId: z.string() }),
    errors: ['MALL_ORDER_MISSING', 'MALL_NOT_YOUR_ORDER', 'MALL_TRANSITION_REFUSED'],
    budget: {
      requests: 8,
      because:
        'as a command; its photos are dropped; what was set apart is taken away, and its order read and written',
    },
  }),
  /** `lapse`: the thing has not come back within seven days. */
  decideAfterSale: command({
    access: 'mall.orders.fulfil',
    input: z.strictObject({ orderId: Id, verdict: z.enum(['accept', 'refuse', 'lapse']), words: Reason }),
    output: State,
    errors: [
      'MALL_ORDER_MISSING',
      'MALL_OWN_ORDER',
      'MALL_TRANSITION_REFUSED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: told,
  }),
  /** The thing is back: the coins go to the buyer, the pieces to the shelf. Ends an exchange too that can't be made. */
  takeBack: command({
    access: 'mall.orders.fulfil',
    /** `broken`: nobody else shall get it; it is written down as damaged. */
    input: z.strictObject({ orderId: Id, broken: z.boolean().default(false) }),
    output: z.object({ refunded: Coins }),
    errors: ['MALL_ORDER_MISSING', 'MALL_OWN_ORDER', 'MALL_TRANSITION_REFUSED'],
    budget: {
      requests: 14,
      because:
        'order, coins and notice change together; then the pieces go back or out, and the buyer is told',
    },
  }),
  /** The thing is back, and another one is taken from the shelf in its place. `broken`: as where it is taken back. */
  exchange: command({
    access: 'mall.orders.fulfil',
    idempotency: 'reception',
    input: z.strictObject({ orderId: Id, broken: z.boolean().default(false) }),
    output: State,
    errors: [
      'MALL_ORDER_MISSING',
      'MALL_OWN_ORDER',
      'MALL_PRODUCT_MISSING',
      'MALL_TRANSITION_REFUSED',
      'MALL_VARIANT_MISSING',
      'MALL_OUT_OF_STOCK',
      'MALL_REDEMPTION_EXPIRED',
    ],
    budget: {
      requests: 16,
      because: 'as a redemption without coins; then the old pieces go back or out, and the buyer is told',
    },
  }),
}
