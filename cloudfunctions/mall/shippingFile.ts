import { refuse } from '@domain/kernel/errors'
import { slicesOf } from '@domain/kernel/slices'
import {
  type Node,
  namedIn,
  orderNumberTyped,
  type Planned,
  parcelNumberTyped,
  planNodes,
  planWaybills,
  SHIPPING_FILE_LINES_MAX,
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
import { type OrderDocument, orders } from './store'

/** Of several orders in a parcel each is found, also those that came long ago. */
const FOUND_MAX = 1_000
/** So many numbers are looked for in a request. */
const ASKED_AT_ONCE = 200

export type Plan = { kind: 'waybills'; lines: Planned<Waybill>[] } | { kind: 'nodes'; lines: Planned<Node>[] }

/** Some lines of a file; without a count all there are. */
export interface Window {
  from: number
  count?: number
}

/**
 * What lines of an uploaded file would do. A request for two hundred lines, two of waybills, and one more where an order
 * of the keeper's own is among them.
 * @returns the plan, and how many lines the file has
 * @throws Refusal MALL_FILE_UNREADABLE when it is no CSV with these columns, or longer than five thousand lines
 */
export async function planOf(
  { kind, fileId }: { kind: ShippingKind; fileId: string },
  keeper: Keeper,
  { from, count }: Window = { from: 0 },
): Promise<Plan & { total: number }> {
  const file = linesOf(kind, await readTextFile(fileId, 'MALL_FILE_UNREADABLE'))
  const lines = file.slice(from, count === undefined ? undefined : from + count)
  const firsts = lines.map(({ cells }) => cells[0] ?? '')
  const total = file.length
  if (kind === 'nodes') {
    const known = await ordersBy('parcel.number', firsts.map(parcelNumberTyped))
    return { kind, lines: planNodes(lines, known), total }
  }
  const known = await ordersBy('number', firsts.map(orderNumberTyped))
  const sent = await ordersBy(
    'parcel.number',
    lines.map(({ cells }) => parcelNumberTyped(cells[2] ?? '')),
  )
  const closed = await needsFourEyes(known, keeper)
  return { kind, lines: planWaybills(lines, { orders: known, sent }, closed, namedIn(file)), total }
}

const NEEDED = ['_id', 'employeeId', 'number', 'state', 'delivery', 'parcel', 'nodes'] as const

async function ordersBy(
  field: 'number' | 'parcel.number',
  values: readonly string[],
): Promise<OrderDocument[]> {
  const found: OrderDocument[] = []
  for (const asked of slicesOf([...new Set(values)], ASKED_AT_ONCE)) {
    const where = { [field]: _.in(asked) }
    found.push(...(await orders.find({ where, limit: FOUND_MAX, fields: NEEDED })))
  }
  return found
}

function linesOf(kind: ShippingKind, text: string): ShippingLine[] {
  const columns: readonly string[] = shippingColumns[kind]
  const read = csvLines(text, columns, 'MALL_FILE_UNREADABLE')
  refuse(read.length === 0 || read.length > SHIPPING_FILE_LINES_MAX, 'MALL_FILE_UNREADABLE')
  return read.map(({ line, cells }) => ({ line, cells: columns.map(column => cells[column] ?? '') }))
}

/** A line as the keeper reads it. */
export function toldOf(planned: Planned<unknown>) {
  const { line, number } = planned
  if ('wrong' in planned) return { line, number, words: planned.wrong, wrong: true }
  return { line, number, words: 'does' in planned ? planned.words : planned.already, wrong: false }
}
