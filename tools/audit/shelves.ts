import type { JournalEntry } from '@domain/mall/journal'
import type { Stocked } from '@domain/mall/stock'
import { auditStock } from '@domain/mall/stockAudit'
import type { Dump } from './readLedger'

type Product = Stocked & { _id: string; name: string }
type Order = Parameters<typeof auditStock>[1][number] & { productId: string }

/** What is wrong with the shelves of the mall, a line each; none when journal, orders and stock agree. */
export function auditShelves(dump: Dump): string[] {
  const products = dump('mall_products') as Product[]
  const orders = dump('mall_orders') as Order[]
  const journal = dump('mall_journal') as JournalEntry[]
  return products.flatMap(product => {
    const isIts = ({ productId }: { productId: string }) => productId === product._id
    return auditStock(product, orders.filter(isIts), journal.filter(isIts)).map(
      ({ of, expected, found }) => `  ${product._id}  ${of}: expected ${expected}, found ${found}`,
    )
  })
}
