import { type Entry, posted } from '../coin/entry'
import { isUndone, type OrderState, refundSource, wholeOrderId } from './order'

interface AuditedOrder {
  _id: string
  paid: number
  parts?: number
  state: OrderState
}

export interface OrderDifference {
  /** Which way the coins went, or should have. */
  way: 'paid' | 'refunded'
  /** By what they moved, or should have: an order, a part of one, or what was left of it. */
  sourceId: string
  expected: number
  found: number
}

/**
 * Compares the ledger with orders, both ways: what was paid, and what went back.
 *
 * @returns the differences; none when the books are right
 */
export function auditOrders(orders: readonly AuditedOrder[], entries: readonly Entry[]): OrderDifference[] {
  return [...auditPayments(orders, entries), ...auditRefunds(orders, entries)]
}

/**
 * Compares the coins that were paid with orders: what each cost with all that was set apart from it, and nothing that has
 * no order.
 */
function auditPayments(orders: readonly AuditedOrder[], entries: readonly Entry[]): OrderDifference[] {
  const due = new Map<string, number>()
  for (const order of orders) {
    const whole = wholeOrderId(order._id)
    due.set(whole, (due.get(whole) ?? 0) + order.paid)
  }
  const found = new Map<string, number>()
  for (const entry of entries.filter(({ kind, reason }) => kind === 'spend' && reason === 'mall.redeem'))
    found.set(entry.sourceId, (found.get(entry.sourceId) ?? 0) + posted(entry, 'mall'))
  return differences('paid', due, found)
}

/**
 * Compares the coins that went back for things with orders: what was paid for each that was cancelled or given back, and
 * for nothing else. What was paid for a whole may be more than went back, and still some of it went for no order.
 */
function auditRefunds(orders: readonly AuditedOrder[], entries: readonly Entry[]): OrderDifference[] {
  const undone = orders.filter(({ state }) => isUndone(state))
  const due = new Map(undone.map(order => [refundSource(order), order.paid]))
  const found = new Map<string, number>()
  for (const entry of entries.filter(({ kind, reason }) => kind === 'refund' && reason === 'mall.redeem'))
    found.set(entry.sourceId, (found.get(entry.sourceId) ?? 0) - posted(entry, 'mall'))
  return differences('refunded', due, found)
}

function differences(
  way: OrderDifference['way'],
  due: Map<string, number>,
  found: Map<string, number>,
): OrderDifference[] {
  return [...new Set([...due.keys(), ...found.keys()])]
    .map(id => ({ way, sourceId: id, expected: due.get(id) ?? 0, found: found.get(id) ?? 0 }))
    .filter(one => one.expected !== one.found)
}
