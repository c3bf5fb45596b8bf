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
import { readTextFile } from '@platform/storage'
import Papa from 'papaparse'
import { needsFourEyes } from './fourEyes'
import { orders } from './store'

/** What decoding puts where bytes are no UTF-8: a file saved by a spreadsheet in GBK is full of it. */
const REPLACEMENT_CHARACTER = '\ufffd'

export type Plan = { kind: 'waybills'; lines: Planned<Waybill>[] } | { kind: 'nodes'; lines: Planned<Node>[] }

/**
 * What an uploaded file would do, line by line. Two requests, three where an order of the keeper's own is in it.
 * @throws Refusal MALL_FILE_UNREADABLE when it is no UTF-8 CSV with the columns in order, or longer than 50 lines
 */
export async function planOf(kind: ShippingKind, fileId: string, keeperId: string): Promise<Plan> {
  const lines = linesOf(kind, await readTextFile(fileId, 'MALL_FILE_UNREADABLE'))
  const cells = lines.map(line => line.cells[0] ?? '')
  const where =
    kind === 'waybills'
      ? { number: _.in(cells.map(orderNumberTyped)) }
      : { 'parcel.number': _.in(cells.map(parcelNumberTyped)) }
  const found = await orders.find({ where, limit: SHIPPING_LINES_MAX * 2 })
  if (kind === 'nodes') return { kind, lines: planNodes(lines, found) }
  const closedTo = (await needsFourEyes(found, keeperId)) ? keeperId : null
  return { kind, lines: planWaybills(lines, found, closedTo) }
}

function linesOf(kind: ShippingKind, text: string): ShippingLine[] {
  refuse(text.includes(REPLACEMENT_CHARACTER), 'MALL_FILE_UNREADABLE')
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',' })
  const [header = [], ...rest] = data
  const columns = shippingColumns[kind]
  const isOurs = columns.every((column, place) => header[place]?.trim() === column)
  // An open quote swallows the rest of the file into one cell; nothing after it can be trusted.
  const isOpen = errors.some(({ type }) => type === 'Quotes')
  const lines = rest
    .map((cells, index) => ({ line: index + 2, cells }))
    .filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
  refuse(!isOurs || isOpen || lines.length === 0 || lines.length > SHIPPING_LINES_MAX, 'MALL_FILE_UNREADABLE')
  return lines
}
