import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, keepHouse, type Shift } from '@platform/shift'
import { settlePhotos } from './afterSalePhotos'
import { receiveArrived } from './arriving'
import { deliverCodes } from './codes'
import { tidy } from './nightly'
import { callForOpenings } from './openings'
import { partFromLeavers } from './parting'
import { forgetReservation, forgetRestocking, releasePieces, restock, restockSwap } from './pieces'
import { tellOfReturns } from './returns'
import { writeLeftEntries } from './shelf'
import { orders, products } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const DOCUMENTS_MAX = 100

/**
 * Finishes what crashes have left: reservations whose time is over are sold or go back, and cancelled orders put their
 * pieces back. Every step may be repeated and may meet another sweeper.
 */
export const sweep = (now: Instant) =>
  keepHouse(
    'mall',
    {
      reservations: settleReservations,
      restocked: finishRestocking,
      parted: partFromLeavers,
      arrived: receiveArrived,
      forgotten: forgetRestocked,
      written: writeLeftEntries,
      delivered: deliverLeftCodes,
      called: callForOpenings,
      told: tellOfReturns,
      looked: settlePhotos,
      tidied: tidy,
    },
    now,
  )

async function settleReservations(now: Instant, shift: Shift): Promise<number> {
  const found = await products.find({
    where: { 'reservations.expiresAt': _.lt(now) },
    limit: DOCUMENTS_MAX,
    fields: ['_id', 'reservations'],
  })
  const expired = found.flatMap(({ _id, reservations }) =>
    reservations
      .filter(({ expiresAt }) => expiresAt < now)
      .map(reservation => ({ productId: _id, reservation })),
  )
  return eachWhile(shift, expired, async ({ productId, reservation }) => {
    const released = await releasePieces(productId, reservation, 'MALL_REDEMPTION_EXPIRED')
    if (!released) await forgetReservation(productId, reservation.receiptId)
  })
}

async function finishRestocking(_now: Instant, shift: Shift): Promise<number> {
  const due = await orders.find({
    where: { restock: 'due' },
    orderBy: [['_id', 'asc']],
    limit: DOCUMENTS_MAX,
  })
  const swapped = await orders.find({
    where: { 'swap.restock': 'due' },
    orderBy: [['_id', 'asc']],
    limit: DOCUMENTS_MAX,
  })
  const steps = [...due.map(order => () => restock(order)), ...swapped.map(order => () => restockSwap(order))]
  return eachWhile(shift, steps, step => step())
}

async function deliverLeftCodes(_now: Instant, shift: Shift): Promise<number> {
  const waiting = await orders.find({
    where: { state: 'placed', 'delivery.kind': 'code' },
    orderBy: [['_id', 'asc']],
    limit: DOCUMENTS_MAX,
  })
  return eachWhile(shift, waiting, deliverCodes)
}

async function forgetRestocked(now: Instant, shift: Shift): Promise<number> {
  const found = await products.find({
    where: { 'restocked.forgetAt': _.lt(now) },
    limit: DOCUMENTS_MAX,
    fields: ['_id', 'restocked'],
  })
  const over = found.flatMap(({ _id, restocked }) =>
    restocked.filter(({ forgetAt }) => forgetAt < now).map(({ orderId }) => ({ productId: _id, orderId })),
  )
  return eachWhile(shift, over, ({ productId, orderId }) => forgetRestocking(productId, orderId))
}
