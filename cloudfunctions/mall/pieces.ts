import { type ErrorCode, Refusal } from '@domain/kernel/errors'
import { ownOf } from '@domain/kernel/own'
import type { Instant } from '@domain/kernel/time'
import { periodKey } from '@domain/mall/goods'
import { type JournalEntry, journalId } from '@domain/mall/journal'
import { assertMayTake, RESERVATION_LIFE_MS, type Reservation, type Terms } from '@domain/mall/stock'
import { swapId } from '@domain/mall/stockAudit'
import { _ } from '@platform/cloud'
import { voidReceipt } from '@platform/receipts'
import { type OrderDocument, orders, type ProductDocument, products } from './store'

const ATTEMPTS_MAX = 3

export type Hold = Omit<Reservation, 'expiresAt'>
/** In which period they count is the product's to say, as they are taken. */
export type Wanted = Omit<Hold, 'period'>

/** Of whoever takes: when the command was received, and their points of experience. */
export interface Taker {
  at: Instant
  experience: number
}

const NOBODY: Taker = { at: 0, experience: 0 }
const NO_TERMS: Terms = {
  on: true,
  sale: null,
  limitPerPerson: null,
  limitPerPeriod: null,
  experienceMin: null,
}

/**
 * Takes pieces from the shelf for a redemption, before its transaction: stock is too hot a thing to be fought over
 * in one. A repeated command goes on with the pieces that it holds already. One request if nothing changed since
 * `read`; two more for each change that came in between.
 *
 * @param taker null for an exchange: what a thing may be had by was asked the first time, and in its period it was
 *   counted when it was redeemed, which may long be over
 * @returns the product as it was taken, and what is held of it
 * @throws Refusal what `assertMayTake` does; TOO_BUSY when it changed all the time
 */
export async function takePieces(
  read: ProductDocument,
  wanted: Wanted,
  taker: Taker | null,
): Promise<{ product: ProductDocument; hold: Hold }> {
  const { receiptId, employeeId, variantId, quantity } = wanted
  const onTerms = (product: ProductDocument) => (taker ? product : { ...product, ...NO_TERMS })
  let product = read
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const held = product.reservations.find(one => one.receiptId === receiptId)
    if (held) return { product, hold: held }
    assertMayTake({ product: onTerms(product), variantId, employeeId, quantity, ...(taker ?? NOBODY) })
    const hold = { ...wanted, period: taker && periodOf(product, taker) }
    if (await takeOnce(onTerms(product), hold))
      return { product: { ...product, stock: product.stock - quantity }, hold }
    product = await products.require(product._id, 'MALL_PRODUCT_MISSING')
  }
  throw new Refusal('TOO_BUSY')
}

const periodOf = ({ limitPerPeriod }: Terms, { at }: Taker) =>
  limitPerPeriod && periodKey(limitPerPeriod.period, at)

/** Atomic: stock of the variant, the person's limits and the terms that were read are conditions of the one update. */
async function takeOnce(product: ProductDocument, hold: Hold): Promise<boolean> {
  const { _id, edition, limitPerPerson, limitPerPeriod } = product
  const { receiptId, employeeId, quantity, variantId, period } = hold
  const taken = `takenBy.${employeeId}` as const
  const takenInPeriod = `takenIn.${period}.${employeeId}` as const
  const atMost = (most: number) => _.or([_.exists(false), _.lte(most - quantity)])
  const changed = await products.updateWhere(
    {
      _id,
      edition,
      [`stockOf.${variantId}`]: _.gte(quantity),
      'reservations.receiptId': _.neq(receiptId),
      ...(limitPerPerson === null ? {} : { [taken]: atMost(limitPerPerson) }),
      ...(limitPerPeriod === null || period === null ? {} : { [takenInPeriod]: atMost(limitPerPeriod.most) }),
    },
    {
      ...shelved(hold, -1),
      // By the clock of this execution: a retry keeps the time of reception, which may be long ago.
      reservations: _.push([{ ...hold, expiresAt: Date.now() + RESERVATION_LIFE_MS }]),
    },
  )
  return changed === 1
}

type Pieces = Pick<Hold, 'employeeId' | 'variantId' | 'quantity' | 'period'>
type Broken = NonNullable<OrderDocument['broken']>

/** What changes of a product when pieces come back to the shelf (1) or go from it (-1). */
function shelved({ employeeId, variantId, quantity, period }: Pieces, way: 1 | -1) {
  return {
    stock: _.inc(way * quantity),
    [`stockOf.${variantId}`]: _.inc(way * quantity),
    [`takenBy.${employeeId}`]: _.inc(-way * quantity),
    ...(period === null ? {} : { [`takenIn.${period}.${employeeId}`]: _.inc(-way * quantity) }),
  }
}

/**
 * Ends a redemption that did not pay: first it is forbidden ever to commit, and answered with `refusal` for good;
 * then its pieces go back. A crash in between is finished by the sweeper.
 *
 * @returns false: another execution of the command has paid, and the pieces are sold
 */
export async function releasePieces(productId: string, hold: Hold, refusal: ErrorCode): Promise<boolean> {
  const { receiptId } = hold
  if (!(await voidReceipt(receiptId, Date.now(), refusal))) return false
  await products.updateWhere(
    { _id: productId, 'reservations.receiptId': receiptId },
    { ...shelved(hold, 1), reservations: _.pull({ receiptId }) },
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
 * Puts the pieces of a cancelled or returned order back, once however often it is called: the product remembers the
 * order for longer than any execution lives, and the order forgets that it is due. Two requests; where they are written
 * off, two more for each change of the shelf that came in between.
 */
export async function restock(order: OrderDocument): Promise<void> {
  if (!(await settlePieces(order, order._id, order, order.broken))) return
  await orders.updateWhere({ _id: order._id, restock: 'due' }, { restock: 'done' })
}

/** The same for the pieces that an order was exchanged for. */
export async function restockSwap(order: OrderDocument): Promise<void> {
  if (order.swap === null) return
  const { variantId, broken } = order.swap
  const pieces = { ...order, variantId, period: null }
  if (!(await settlePieces(order, swapId(order._id), pieces, broken))) return
  await orders.updateWhere({ _id: order._id, 'swap.restock': 'due' }, { 'swap.restock': 'done' })
}

/** @returns false: the sweeper has to try again */
async function settlePieces(order: OrderDocument, id: string, pieces: Pieces, broken: Broken | undefined) {
  if (broken) return writeOff(order, id, pieces, broken)
  await putBack(order.productId, id, pieces)
  return true
}

/** A period that is long over is counted no more: what comes back of it is not counted down either. */
async function putBack(productId: string, orderId: string, pieces: Pieces): Promise<void> {
  const restocked = _.push([{ orderId, forgetAt: Date.now() + RESERVATION_LIFE_MS }])
  const put = (counts: object, part: Pieces) =>
    products.updateWhere(
      { _id: productId, 'restocked.orderId': _.neq(orderId), ...counts },
      { ...shelved(part, 1), restocked },
    )
  if (pieces.period === null) {
    await put({}, pieces)
    return
  }
  const counted = `takenIn.${pieces.period}` as const
  const changed = await put({ [counted]: _.exists(true) }, pieces)
  if (changed === 0) await put({ [counted]: _.exists(false) }, { ...pieces, period: null })
}

/**
 * Counts the pieces of an order that came back broken, or were lost before it was given out, without their ever being
 * on the shelf: the entry says that they came to it and went, and rides in the update until it is written, as a keeper's
 * own.
 * @returns false: the shelf changed all the time
 */
async function writeOff(
  { productId, number }: OrderDocument,
  orderId: string,
  { variantId, quantity, employeeId, period }: Pieces,
  broken: Broken,
): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
    if (product.restocked.some(one => one.orderId === orderId)) return true
    const left = ownOf(product.stockOf, variantId)
    const { at, before: was, ...by } = broken
    const words = `${was ? '没给出去' : '退回'}的订单 ${number}`
    const entry: JournalEntry = {
      _id: journalId(productId, product.journalled + 1),
      number: product.journalled + 1,
      ...{ productId, variantId, change: -quantity, before: (left ?? 0) + quantity, after: left ?? 0 },
      ...{ reason: was ?? 'damaged', words, by, at, causeId: `${orderId}~broken` },
    }
    const counted = period !== null && product.takenIn[period] !== undefined
    const changed = await products.updateWhere(
      {
        _id: productId,
        journalled: product.journalled,
        [`stockOf.${variantId}`]: left ?? _.exists(false),
        'restocked.orderId': _.neq(orderId),
        ...(period === null ? {} : { [`takenIn.${period}`]: _.exists(counted) }),
      },
      {
        delivered: _.inc(-quantity),
        journalled: _.inc(1),
        unwritten: _.push([entry]),
        restocked: _.push([{ orderId, forgetAt: Date.now() + RESERVATION_LIFE_MS }]),
        [`takenBy.${employeeId}`]: _.inc(-quantity),
        ...(counted ? { [`takenIn.${period}.${employeeId}`]: _.inc(-quantity) } : {}),
      },
    )
    if (changed === 1) return true
  }
  return false
}

/** Lets the product forget what was put back; not before the order knows that it is done. */
export async function forgetRestocking(productId: string, orderId: string): Promise<void> {
  const swapped = orderId.endsWith(swapId(''))
  const _id = swapped ? orderId.slice(0, -swapId('').length) : orderId
  if (swapped) await orders.updateWhere({ _id, 'swap.restock': 'due' }, { 'swap.restock': 'done' })
  else await orders.updateWhere({ _id, restock: 'due' }, { restock: 'done' })
  await products.updateWhere(
    { _id: productId, 'restocked.orderId': orderId },
    { restocked: _.pull({ orderId }) },
  )
}
