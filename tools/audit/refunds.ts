import type { Entry } from '@domain/coin/entry'
import { auditRefunds } from '@domain/mall/refundAudit'
import type { Dump } from './readLedger'

type Orders = Parameters<typeof auditRefunds>[0]

/** Coins that went back for no order, or did not where one was undone, a line each; none when orders and ledger agree. */
export async function auditRefunded(dump: Dump, entries: readonly Entry[]): Promise<string[]> {
  const orders = (await dump('mall_orders')) as Orders[number][]
  return auditRefunds(orders, entries).map(
    ({ sourceId, expected, found }) => `  ${sourceId}: expected ${expected}, found ${found}`,
  )
}
