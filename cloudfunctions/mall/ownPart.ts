import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { addressBooks, baskets, favourites, type OrderDocument, orders, waits } from './store'

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
    orders: bought,
    goods: [...marked, ...awaited],
    basket: basket?.lines ?? [],
    addresses: book?.addresses ?? [],
  }
}

type Kept = 'orders' | 'goods' | 'basket' | 'addresses'

/** As many as one read returns; one waits for a handful of goods. */
const WAITS_MAX = 1_000

const BLOCK = 50

/** Basket, addresses and marks go; of each order stays what was redeemed and how it went. One request an order. */
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
    for (const order of block) await orders.put(withoutPerson(order, leaving))
    if (block.length < BLOCK) return true
  }
}

function withoutPerson(order: OrderDocument, { pseudonym }: Leaving): OrderDocument {
  const { buyer, delivery, trail } = order
  const former = formerPerson(pseudonym)
  const place = delivery.kind === 'home' ? '' : delivery.place
  return {
    ...order,
    employeeId: pseudonym,
    buyer: { ...buyer, ...former },
    delivery: { ...delivery, place, recipient: '', phone: null },
    trail: trail.map(step => (step.by === buyer.name ? { ...step, by: former.name } : step)),
  }
}
