import type { Entry } from '@domain/coin/entry'
import { auditOrders } from '@domain/mall/orderAudit'
import type { Dump } from './readLedger'

type Orders = Parameters<typeof auditOrders>[0]

/**
 * Coins that were paid or went back for no order, or were not where one was placed or undone, a line each; none when orders
 * and ledger agree.
 */
export function linesOfOrders(dump: Dump, entries: readonly Entry[]): string[] {
  const orders = dump('mall_orders') as Orders[number][]
  return auditOrders(orders, entries).map(
    ({ way, sourceId, expected, found }) => `  ${sourceId}: expected ${expected} ${way}, found ${found}`,
  )
}
