import type { Entry } from '@domain/coin/entry'
import { auditPayments, auditRefunds } from '@domain/mall/refundAudit'
import type { Dump } from './readLedger'

type Orders = Parameters<typeof auditRefunds>[0]

/**
 * Coins that were paid or went back for no order, or were not where one was placed or undone, a line each; none when orders
 * and ledger agree.
 */
export async function auditRefunded(dump: Dump, entries: readonly Entry[]): Promise<string[]> {
  const orders = (await dump('mall_orders')) as Orders[number][]
  const lines = (words: string, found: ReturnType<typeof auditRefunds>) =>
    found.map(one => `  ${one.sourceId}: expected ${one.expected}${words}, found ${one.found}`)
  return [...lines(' paid', auditPayments(orders, entries)), ...lines('', auditRefunds(orders, entries))]
}
