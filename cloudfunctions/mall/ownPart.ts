import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { type OrderDocument, orders } from './store'

/** What this room keeps about somebody. */
export async function exportOf(employeeId: string): Promise<OwnTables<'orders'>> {
  return { orders: await readAll(orders, { employeeId }, '_id') }
}

const BLOCK = 50

/** Leaves of each order what was redeemed and how it went, and of the person nothing. One request an order. */
export async function forget(leaving: Leaving, shift: Shift): Promise<boolean> {
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
