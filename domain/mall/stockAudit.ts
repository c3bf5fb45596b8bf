import type { JournalEntry } from './journal'
import type { Restock } from './order'
import type { Stocked } from './stock'

interface AuditedOrder {
  _id: string
  employeeId: string
  variantId: string
  quantity: number
  period: string | null
  restock: Restock
  /**
   * The pieces that it was exchanged for these, until they are back on the shelf, and by which name these were held: of
   * two keepers who exchange it at once only one has.
   */
  swap: { variantId: string; restock: Restock; heldAs: string } | null
}

export interface StockDifference {
  /** `oversold`, `oversold <variant>`, `pieces`, `pieces of <variant>`, `journal`, `journal of <variant>`, or the employee whose count differs. */
  of: string
  expected: number
  found: number
}

/** What a product remembers an exchange by; its order may come back as well. */
export function swapId(orderId: string): string {
  return `${orderId}~swap`
}

interface Out {
  employeeId: string
  variantId: string
  quantity: number
  period: string | null
}

/**
 * Compares a product with its journal and its orders: every piece that ever came in is on the shelf, held by a
 * redemption under way, or in an order, never more than came in; and what each person has taken is what they hold and
 * ordered.
 *
 * A reservation whose order has those pieces is that order's and counts once. A cancelled order has its pieces until
 * they are back on the shelf.
 *
 * @returns the differences; none when the books are right
 */
export function auditStock(
  product: Stocked,
  orders: readonly AuditedOrder[],
  written: readonly JournalEntry[],
): StockDifference[] {
  const out = piecesOut(product, orders)
  const journal = [...written, ...product.unwritten]
  const variants = new Set([
    ...Object.keys(product.stockOf),
    ...[...out, ...journal].map(({ variantId }) => variantId),
  ])
  const onShelf = sum(Object.values(product.stockOf))
  const comparisons = [
    { of: 'pieces', expected: product.delivered, found: product.stock + quantityOf(out) },
    { of: 'shelf', expected: product.stock, found: onShelf },
    ...auditJournal(product, journal),
    ...[...variants].map(variantId => ({
      of: `pieces of ${variantId}`,
      expected: changesOf(journal, variantId),
      found: (product.stockOf[variantId] ?? 0) + quantityOf(out.filter(one => one.variantId === variantId)),
    })),
    ...auditPeople(product, out),
  ]
  return [...oversold(product), ...comparisons.filter(({ expected, found }) => expected !== found)]
}

/**
 * Where the pieces of each kind are: what came by the journal, what is out in redemptions, what lies on the shelf. An
 * entry that was written after the product was read is left out.
 */
export function shelfSums(product: Stocked, written: readonly ShelfEntry[]): ShelfSum[] {
  const byNumber = new Map([...written, ...product.unwritten].map(entry => [entry.number, entry]))
  const entries = [...byNumber.values()].filter(({ number }) => number <= product.journalled)
  return Object.entries(product.stockOf).map(([variantId, stock]) => {
    const came = changesOf(entries, variantId)
    return { variantId, came, out: came - stock, stock }
  })
}

type ShelfEntry = Pick<JournalEntry, 'number' | 'variantId' | 'change'>

interface ShelfSum {
  variantId: string
  came: number
  out: number
  stock: number
}

/** Books that agree with each other may still have sold more than there ever was. */
function oversold({ stock, stockOf }: Stocked): StockDifference[] {
  const shelves = [
    { of: 'oversold', found: stock },
    ...Object.entries(stockOf).map(([variantId, found]) => ({ of: `oversold ${variantId}`, found })),
  ]
  return shelves.filter(({ found }) => found < 0).map(({ of, found }) => ({ of, expected: 0, found }))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const quantityOf = (out: readonly Out[]) => sum(out.map(({ quantity }) => quantity))

function changesOf(journal: readonly ShelfEntry[], variantId: string): number {
  return sum(journal.filter(entry => entry.variantId === variantId).map(({ change }) => change))
}

function piecesOut(product: Stocked, orders: readonly AuditedOrder[]): Out[] {
  const back = new Set(product.restocked.map(({ orderId }) => orderId))
  const ordered = new Set(orders.map(({ _id }) => _id))
  const swaps = new Set(orders.flatMap(({ swap }) => swap?.heldAs ?? []))
  const isOrders = ({ orderId }: { orderId: string }) => ordered.has(orderId) || swaps.has(orderId)
  const isOut = (restock: Restock, id: string) => restock === 'none' || (restock === 'due' && !back.has(id))
  const swapped = orders.flatMap(({ swap, ...order }) =>
    // What is exchanged counts in its period once.
    swap && isOut(swap.restock, swapId(order._id))
      ? [{ ...order, variantId: swap.variantId, period: null }]
      : [],
  )
  return [
    ...product.reservations.filter(reservation => !isOrders(reservation)),
    ...orders.filter(({ _id, restock }) => isOut(restock, _id)),
    ...swapped,
  ]
}

/** Entries are numbered without a gap, add up by themselves, and together to what came in. */
function auditJournal(product: Stocked, journal: readonly JournalEntry[]): StockDifference[] {
  const numbered = [...journal].sort((one, other) => one.number - other.number)
  const gap = numbered.findIndex(({ number }, index) => number !== index + 1)
  return [
    { of: 'journal', expected: product.delivered, found: sum(journal.map(({ change }) => change)) },
    { of: 'journal entries', expected: product.journalled, found: journal.length },
    ...(gap === -1 ? [] : [{ of: 'journal number', expected: gap + 1, found: numbered[gap]?.number ?? 0 }]),
    ...journal.map(({ number, change, before, after }) => ({
      of: `journal ${number}`,
      expected: before + change,
      found: after,
    })),
  ]
}

function auditPeople(product: Stocked, out: readonly Out[]): StockDifference[] {
  const people = new Set([...Object.keys(product.takenBy), ...out.map(({ employeeId }) => employeeId)])
  const inAll = [...people].map(employeeId => ({
    of: employeeId,
    expected: quantityOf(out.filter(each => each.employeeId === employeeId)),
    found: product.takenBy[employeeId] ?? 0,
  }))
  const inPeriods = Object.entries(product.takenIn).flatMap(([period, takenBy]) =>
    Object.entries(takenBy).map(([employeeId, found]) => ({
      of: `${employeeId} in ${period}`,
      expected: quantityOf(out.filter(each => each.employeeId === employeeId && each.period === period)),
      found,
    })),
  )
  return [...inAll, ...inPeriods]
}
