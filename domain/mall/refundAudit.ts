import { type Entry, posted } from '../coin/entry'
import { isUndone, type OrderState, refundSource, wholeOrderId } from './order'

interface AuditedOrder {
  _id: string
  paid: number
  parts?: number
  state: OrderState
}

export interface RefundDifference {
  /** By what the coins moved, or should have: an order, a part of one, or what was left of it. */
  sourceId: string
  expected: number
  found: number
}

/**
 * Compares the coins that were paid with orders: what each cost with all that was set apart from it, and nothing that has
 * no order.
 *
 * @returns the differences; none when the books are right
 */
export function auditPayments(
  orders: readonly AuditedOrder[],
  entries: readonly Entry[],
): RefundDifference[] {
  const due = new Map<string, number>()
  for (const order of orders) {
    const whole = wholeOrderId(order._id)
    due.set(whole, (due.get(whole) ?? 0) + order.paid)
  }
  const found = new Map<string, number>()
  for (const entry of entries.filter(({ kind, reason }) => kind === 'spend' && reason === 'mall.redeem'))
    found.set(entry.sourceId, (found.get(entry.sourceId) ?? 0) + posted(entry, 'mall'))
  return differences(due, found)
}

/**
 * Compares the coins that went back for things with orders: what was paid for each that was cancelled or given back, and
 * for nothing else. What was paid for a whole may be more than went back, and still some of it went for no order.
 *
 * @returns the differences; none when the books are right
 */
export function auditRefunds(orders: readonly AuditedOrder[], entries: readonly Entry[]): RefundDifference[] {
  const undone = orders.filter(({ state }) => isUndone(state))
  const due = new Map(undone.map(order => [refundSource(order), order.paid]))
  const found = new Map<string, number>()
  for (const entry of entries.filter(({ kind, reason }) => kind === 'refund' && reason === 'mall.redeem'))
    found.set(entry.sourceId, (found.get(entry.sourceId) ?? 0) - posted(entry, 'mall'))
  return differences(due, found)
}

function differences(due: Map<string, number>, found: Map<string, number>): RefundDifference[] {
  return [...new Set([...due.keys(), ...found.keys()])]
    .map(id => ({ sourceId: id, expected: due.get(id) ?? 0, found: found.get(id) ?? 0 }))
    .filter(one => one.expected !== one.found)
}
