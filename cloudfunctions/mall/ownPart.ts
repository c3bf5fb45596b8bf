import { orderTable } from '@domain/mall/order'
import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { type Dropped, dropPictures, removeDropped } from '../forum/public'
import { photosIn } from './afterSalePhotos'
import { addressBooks, baskets, favourites, type OrderDocument, orders, products, waits } from './store'

/** What this room keeps about somebody. */
export async function exportOf(employeeId: string): Promise<OwnTables<Kept>> {
  const [bought, marked, awaited, basket, book] = await Promise.all([
    readAll(orders, { employeeId }, '_id'),
    readAll(favourites, { employeeId }, '_id'),
    waits.find({ where: { employeeId }, orderBy: [['_id', 'asc']], limit: WAITS_MAX }),
    baskets.get(employeeId),
    addressBooks.get(employeeId),
  ])
  return {
    orders: bought.map(ownOrder),
    goods: [...marked, ...awaited],
    basket: basket?.lines ?? [],
    addresses: book?.addresses ?? [],
  }
}

/** Which keeper did what is theirs. */
const ownOrder = ({ trail, broken: _b, photosState: _looked, afterSale, swap, ...order }: OrderDocument) => ({
  ...order,
  swap: swap && { variantId: swap.variantId, restock: swap.restock, heldAs: swap.heldAs },
  afterSale: afterSale && { ...afterSale, photos: photosIn({ afterSale }).map(({ fileId }) => fileId) },
  trail: trail.map(({ action, at, note }) => ({ action, at, note })),
})

type Kept = 'orders' | 'goods' | 'basket' | 'addresses'

/** As many as one read returns; one waits for a handful of goods. */
const WAITS_MAX = 1_000

const BLOCK = 50

/** Basket, addresses and marks go; of each order stays what was redeemed and how it went. Two requests an order. */
export async function forget(leaving: Leaving, shift: Shift): Promise<boolean> {
  const { employeeId } = leaving
  await baskets.removeWhere({ _id: employeeId })
  await addressBooks.removeWhere({ _id: employeeId })
  await favourites.removeWhere({ employeeId })
  await waits.removeWhere({ employeeId })
  for (;;) {
    if (shift.isOver()) return false
    const block = await orders.find({
      where: { employeeId: leaving.employeeId },
      orderBy: [['_id', 'desc']],
      limit: BLOCK,
    })
    for (const order of block) {
      if (!(await renameTaken(order, leaving))) return false
      // The last, because it is what the product is found by.
      await forgetIn(order._id, leaving)
    }
    if (block.length < BLOCK) return true
  }
}

/**
 * What somebody has taken of a thing, counted for its limits, goes on under the pseudonym, like the orders that it is the
 * sum of. Two requests, one when another order has seen to it.
 * @returns false when it has changed meanwhile, and is to be done again
 */
async function renameTaken(
  { productId }: OrderDocument,
  { employeeId, pseudonym }: Leaving,
): Promise<boolean> {
  const product = await products.get(productId)
  if (!product) return true
  const periods = Object.entries(product.takenIn).map(
    ([period, taken]) => [`takenIn.${period}`, taken] as const,
  )
  const counts = [['takenBy', product.takenBy] as const, ...periods].flatMap(([path, taken]) => {
    const count = taken[employeeId]
    return count === undefined ? [] : [{ path, count }]
  })
  if (counts.length === 0) return true
  const own = counts.map(({ path, count }) => [`${path}.${employeeId}`, count] as const)
  const renamed = counts.flatMap(({ path, count }) => [
    [`${path}.${employeeId}`, _.remove()] as const,
    [`${path}.${pseudonym}`, _.inc(count)] as const,
  ])
  const changed = await products.updateWhere(
    { _id: productId, ...Object.fromEntries(own) },
    Object.fromEntries(renamed),
  )
  return changed === 1
}

/** In a transaction: what a keeper does to the order at the same time stays done. */
async function forgetIn(orderId: string, leaving: Leaving): Promise<void> {
  const shown: { dropped: Dropped } = { dropped: null }
  await transaction(async tx => {
    shown.dropped = null
    const order = await orders.in(tx).get(orderId)
    if (order?.employeeId !== leaving.employeeId) return
    shown.dropped = await dropPictures(tx, photosIn(order), leaving.at)
    await orders.in(tx).update(orderId, withoutPerson(order, leaving))
  })
  await removeDropped(shown.dropped)
}

/** What the buyer said and showed of it goes as well: why they cancelled it or wanted to give it back may name them. */
function withoutPerson({ buyer, delivery, trail, afterSale }: OrderDocument, { pseudonym }: Leaving) {
  const former = formerPerson(pseudonym)
  const place = delivery.kind === 'home' ? '' : delivery.place
  return {
    employeeId: pseudonym,
    buyer: { ...buyer, ...former },
    delivery: { ...delivery, place, recipient: '', phone: null },
    trail: trail.map(step =>
      orderTable[step.action].by === 'buyer' ? { ...step, by: former.name, note: null } : step,
    ),
    afterSale: afterSale && { ...afterSale, words: '', photos: [] },
  }
}
