import type { Restock } from './order'
import type { Stocked } from './stock'

interface AuditedOrder {
  _id: string
  employeeId: string
  quantity: number
  restock: Restock
}

export interface StockDifference {
  /** `pieces`, or the employee whose count differs. */
  of: string
  expected: number
  found: number
}

/**
 * Compares a product with its orders: every piece that ever came in is on the shelf, held by a redemption under way,
 * or in an order; and what each person has taken is what they hold and ordered.
 *
 * A reservation whose order exists is that order's and counts once. A cancelled order has its pieces until they are
 * back on the shelf.
 *
 * @returns the differences; none when the books are right
 */
export function auditStock(product: Stocked, orders: readonly AuditedOrder[]): StockDifference[] {
  const ordered = new Set(orders.map(({ _id }) => _id))
  const back = new Set(product.restocked.map(({ orderId }) => orderId))
  const out = [
    ...product.reservations.filter(({ orderId }) => !ordered.has(orderId)),
    ...orders.filter(({ _id, restock }) => restock === 'none' || (restock === 'due' && !back.has(_id))),
  ]
  const pieces = product.stock + out.reduce((sum, { quantity }) => sum + quantity, 0)
  const people = new Set([...Object.keys(product.takenBy), ...out.map(({ employeeId }) => employeeId)])
  const comparisons = [...people].map(employeeId => ({
    of: employeeId,
    expected: out
      .filter(each => each.employeeId === employeeId)
      .reduce((sum, { quantity }) => sum + quantity, 0),
    found: product.takenBy[employeeId] ?? 0,
  }))
  return [{ of: 'pieces', expected: product.delivered, found: pieces }, ...comparisons].filter(
    ({ expected, found }) => expected !== found,
  )
}
