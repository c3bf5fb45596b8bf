import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import type { OrderDocument } from '../../../cloudfunctions/mall/store'
import type { Entry } from '../../../domain/coin/entry'
import { DAY_MS, HOUR_MS, type Instant } from '../../../domain/kernel/time'
import { ONLY_VARIANT } from '../../../domain/mall/goods'
import { orderNumber } from '../../../domain/mall/orderNumber'
import type { Chance } from '../chance'
import { goodsTold } from '../goods'
import { type GoodTold, keptOf } from '../goodTold'
import type { Deed } from '../ledger'
import { personOf } from '../people'
import { NOW } from './calendar'

/** Of the moments at which somebody could afford something, so many end at the counter. */
const TEMPTED = 0.3
const PICKUP_CODE_LENGTH = 12

/** What lies at a desk; a code is had at once. */
const fetched = goodsTold.filter(({ deliveries }) => deliveries.includes('desk'))

/** What colleagues have redeemed: never more than they had earned by then, and never from a single day's talk. */
export function ordersOf(
  entries: readonly Entry[],
  roster: readonly EmployeeDocument[],
  chance: Chance,
): { orders: OrderDocument[]; deeds: Deed[] } {
  const people = new Map(roster.map(one => [one._id, one]))
  const saved = new Map<string, number>()
  const orders: OrderDocument[] = []
  for (const { employeeId, amount, receivedAt } of [...entries].sort((a, b) => a.receivedAt - b.receivedAt)) {
    const balance = (saved.get(employeeId) ?? 0) + amount
    saved.set(employeeId, balance)
    const wished = chance.pick(fetched)
    const placedAt = receivedAt + Math.floor(chance.next() * HOUR_MS) + 1
    if (wished.price > balance || chance.next() > TEMPTED || placedAt >= NOW.getTime()) continue
    saved.set(employeeId, balance - wished.price)
    orders.push(orderOf(people.get(employeeId) as EmployeeDocument, wished, placedAt, chance))
  }
  const deeds = orders.map(({ _id, employeeId, paid, placedAt, productName }) => ({
    kind: 'spend' as const,
    reason: 'mall.redeem' as const,
    amount: paid,
    at: placedAt,
    employeeId,
    sourceId: _id,
    title: productName,
    subject: { kind: 'order' as const, id: _id },
  }))
  return { orders, deeds }
}

/** Fetched at the desk the day after. */
function orderOf(buyer: EmployeeDocument, good: GoodTold, placedAt: Instant, chance: Chance): OrderDocument {
  const _id = chance.id(placedAt)
  const fetchedAt = placedAt + DAY_MS
  const fetched = fetchedAt < NOW.getTime()
  const placed = { action: 'place' as const, at: placedAt, by: buyer.name, note: null }
  const handed = { action: 'handOver' as const, at: fetchedAt, by: '工会', note: null }
  return {
    _id,
    number: orderNumber(_id, placedAt),
    employeeId: buyer._id,
    buyer: personOf(buyer),
    ...keptOf(good),
    variantId: ONLY_VARIANT,
    variantName: '',
    quantity: 1,
    period: null,
    paid: good.price,
    state: fetched ? 'received' : 'placed',
    delivery: { kind: 'desk', deskId: null, place: '工会前台', recipient: buyer.name, phone: null },
    parcel: null,
    trail: fetched ? [placed, handed] : [placed],
    placedAt,
    pickupCode: chance.id(placedAt).slice(-PICKUP_CODE_LENGTH),
    restock: 'none',
    nodes: [],
    afterSale: null,
    backKey: null,
    swap: null,
  }
}
