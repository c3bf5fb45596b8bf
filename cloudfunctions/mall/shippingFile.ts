import { refuse } from '@domain/kernel/errors'
import {
  type Node,
  orderNumberTyped,
  type Planned,
  parcelNumberTyped,
  planNodes,
  planWaybills,
  SHIPPING_LINES_MAX,
  type ShippingKind,
  type ShippingLine,
  shippingColumns,
  type Waybill,
} from '@domain/mall/shipping'
import { _ } from '@platform/cloud'
import { csvLines } from '@platform/csv'
import { readTextFile } from '@platform/storage'
import { needsFourEyes } from './fourEyes'
import type { Keeper } from './orderSteps'
import { orders } from './store'

/** Of several orders in a parcel each is found, also those that came long ago. */
const FOUND_MAX = 1_000

export type Plan = { kind: 'waybills'; lines: Planned<Waybill>[] } | { kind: 'nodes'; lines: Planned<Node>[] }

/**
 * What an uploaded file would do, line by line. Two requests, three of waybills and four where an order of the keeper's own is among them.
 * @throws Refusal MALL_FILE_UNREADABLE when it is no CSV with these columns, or longer than 50 lines
 */
export async function planOf(kind: ShippingKind, fileId: string, keeper: Keeper): Promise<Plan> {
  const lines = linesOf(kind, await readTextFile(fileId, 'MALL_FILE_UNREADABLE'))
  const cells = lines.map(line => line.cells[0] ?? '')
  const where =
    kind === 'waybills'
      ? { number: _.in(cells.map(orderNumberTyped)) }
      : { 'parcel.number': _.in(cells.map(parcelNumberTyped)) }
  const found = await orders.find({ where, limit: FOUND_MAX })
  if (kind === 'nodes') return { kind, lines: planNodes(lines, found) }
  const parcels = lines.map(line => parcelNumberTyped(line.cells[2] ?? ''))
  const sent = await orders.find({
    where: { 'parcel.number': _.in(parcels) },
    limit: FOUND_MAX,
    fields: ['number', 'parcel'],
  })
  return { kind, lines: planWaybills(lines, { orders: found, sent }, await needsFourEyes(found, keeper)) }
}

function linesOf(kind: ShippingKind, text: string): ShippingLine[] {
  const columns: readonly string[] = shippingColumns[kind]
  const read = csvLines(text, columns) ?? []
  refuse(read.length === 0 || read.length > SHIPPING_LINES_MAX, 'MALL_FILE_UNREADABLE')
  return read.map(({ line, cells }) => ({ line, cells: columns.map(column => cells[column] ?? '') }))
}
