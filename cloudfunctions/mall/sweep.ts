import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { keepHouse } from '@platform/shift'
import { deliverCodes } from './codes'
import { tidy } from './nightly'
import { callForOpenings } from './openings'
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
      forgotten: forgetRestocked,
      written: writeLeftEntries,
      delivered: deliverLeftCodes,
      called: callForOpenings,
      told: tellOfReturns,
      tidied: tidy,
    },
    now,
  )

async function settleReservations(now: Instant): Promise<number> {
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
  for (const { productId, reservation } of expired) {
    const released = await releasePieces(productId, reservation, 'MALL_REDEMPTION_EXPIRED')
    if (!released) await forgetReservation(productId, reservation.receiptId)
  }
  return expired.length
}

async function finishRestocking(): Promise<number> {
  const due = await orders.find({
    where: { restock: 'due' },
    orderBy: [['_id', 'asc']],
    limit: DOCUMENTS_MAX,
  })
  for (const order of due) await restock(order)
  const swapped = await orders.find({
    where: { 'swap.restock': 'due' },
    orderBy: [['_id', 'asc']],
    limit: DOCUMENTS_MAX,
  })
  for (const order of swapped) await restockSwap(order)
  return due.length + swapped.length
}

async function deliverLeftCodes(): Promise<number> {
  const waiting = await orders.find({
    where: { state: 'placed', 'delivery.kind': 'code' },
    orderBy: [['_id', 'asc']],
    limit: DOCUMENTS_MAX,
  })
  for (const order of waiting) await deliverCodes(order)
  return waiting.length
}

async function forgetRestocked(now: Instant): Promise<number> {
  const found = await products.find({
    where: { 'restocked.forgetAt': _.lt(now) },
    limit: DOCUMENTS_MAX,
    fields: ['_id', 'restocked'],
  })
  const over = found.flatMap(({ _id, restocked }) =>
    restocked.filter(({ forgetAt }) => forgetAt < now).map(({ orderId }) => ({ productId: _id, orderId })),
  )
  for (const { productId, orderId } of over) await forgetRestocking(productId, orderId)
  return over.length
}
