import { type ErrorCode, Refusal } from '@domain/kernel/errors'
import { assertMayTake, RESERVATION_LIFE_MS, type Reservation } from '@domain/mall/stock'
import { _ } from '@platform/cloud'
import { voidReceipt } from '@platform/receipts'
import { type OrderDocument, orders, type ProductDocument, products } from './store'

const ATTEMPTS_MAX = 3

/**
 * Takes pieces from the shelf for a redemption, before its transaction: stock is too hot a thing to be fought over
 * in one. A repeated command goes on with the pieces that it holds already. One request if nothing changed since
 * `read`; two more for each change that came in between.
 *
 * @returns the product as it was taken
 * @throws Refusal MALL_PRODUCT_OFF, MALL_OVER_LIMIT, MALL_OUT_OF_STOCK; TOO_BUSY when it changed all the time
 */
export async function takePieces(
  read: ProductDocument,
  hold: Omit<Reservation, 'expiresAt'>,
): Promise<ProductDocument> {
  let product = read
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    if (product.reservations.some(({ receiptId }) => receiptId === hold.receiptId)) return product
    assertMayTake({ product, employeeId: hold.employeeId, quantity: hold.quantity })
    if (await takeOnce(product, hold)) return { ...product, stock: product.stock - hold.quantity }
    product = await products.require(product._id, 'MALL_PRODUCT_MISSING')
  }
  throw new Refusal('TOO_BUSY')
}

async function takeOnce(product: ProductDocument, hold: Omit<Reservation, 'expiresAt'>): Promise<boolean> {
  const { receiptId, employeeId, quantity } = hold
  const { _id, price, limitPerPerson } = product
  const taken = `takenBy.${employeeId}` as const
  const withinLimit =
    limitPerPerson === null ? {} : { [taken]: _.or([_.exists(false), _.lte(limitPerPerson - quantity)]) }
  const changed = await products.updateWhere(
    {
      _id,
      on: true,
      price,
      stock: _.gte(quantity),
      'reservations.receiptId': _.neq(receiptId),
      ...withinLimit,
    },
    {
      stock: _.inc(-quantity),
      [taken]: _.inc(quantity),
      // By the clock of this execution: a retry keeps the time of reception, which may be long ago.
      reservations: _.push([{ ...hold, expiresAt: Date.now() + RESERVATION_LIFE_MS }]),
    },
  )
  return changed === 1
}

/**
 * Ends a redemption that did not pay: first it is forbidden ever to commit, and answered with `refusal` for good;
 * then its pieces go back. A crash in between is finished by the sweeper.
 *
 * @returns false: another execution of the command has paid, and the pieces are sold
 */
export async function releasePieces(
  productId: string,
  { receiptId, employeeId, quantity }: Omit<Reservation, 'expiresAt'>,
  refusal: ErrorCode,
): Promise<boolean> {
  if (!(await voidReceipt(receiptId, Date.now(), refusal))) return false
  await products.updateWhere(
    { _id: productId, 'reservations.receiptId': receiptId },
    {
      stock: _.inc(quantity),
      [`takenBy.${employeeId}`]: _.inc(-quantity),
      reservations: _.pull({ receiptId }),
    },
  )
  return true
}

/** Strikes out a reservation whose pieces are sold. */
export async function forgetReservation(productId: string, receiptId: string): Promise<void> {
  await products.updateWhere(
    { _id: productId, 'reservations.receiptId': receiptId },
    { reservations: _.pull({ receiptId }) },
  )
}

/**
 * Puts the pieces of a cancelled order back, once however often it is called: the product remembers the order for
 * longer than any execution lives, and the order forgets that it is due. Two requests.
 */
export async function restock({ _id, productId, employeeId, quantity }: OrderDocument): Promise<void> {
  await products.updateWhere(
    { _id: productId, 'restocked.orderId': _.neq(_id) },
    {
      stock: _.inc(quantity),
      [`takenBy.${employeeId}`]: _.inc(-quantity),
      restocked: _.push([{ orderId: _id, forgetAt: Date.now() + RESERVATION_LIFE_MS }]),
    },
  )
  await orders.updateWhere({ _id, restock: 'due' }, { restock: 'done' })
}

/** Lets the product forget an order that was put back; not before the order knows that it is done. */
export async function forgetRestocking(productId: string, orderId: string): Promise<void> {
  await orders.updateWhere({ _id: orderId, restock: 'due' }, { restock: 'done' })
  await products.updateWhere(
    { _id: productId, 'restocked.orderId': orderId },
    { restocked: _.pull({ orderId }) },
  )
}
