import { dayOf, type Instant, instantAt } from '../kernel/time'

/** The columns of each file, by the names in its first line. */
export const shippingColumns = {
  waybills: ['订单号', '快递公司', '运单号'],
  nodes: ['运单号', '时间', '地点', '说明'],
} as const
export type ShippingKind = keyof typeof shippingColumns

/** In characters. */
export const NODE_PLACE_MAX = 20
export const NODE_WORDS_MAX = 60

/** So many orders change, each with its notice, in one transaction; a longer file is done batch by batch. */
export const SHIPPING_BATCH_MAX = 50

/** Some months of parcels. */
export const SHIPPING_FILE_LINES_MAX = 5_000

export interface ShippingLine {
  /** As a spreadsheet counts: the names are line 1. */
  line: number
  cells: readonly string[]
}

interface Waiting {
  _id: string
  /** Whose it is. */
  employeeId: string
  number: string
  state: string
  delivery: { kind: string }
  /** How often it was sent elsewhere; absent: never. */
  edition?: number
  parcel: { carrier: string; number: string } | null
  nodes: readonly { at: Instant; place: string; words: string }[]
}

export type Planned<T> = { line: number; number: string } & (
  | { does: T; words: string }
  /** Nothing to do: a file may be imported again. */
  | { already: string }
  | { wrong: string }
)

export interface Waybill {
  orderId: string
  /** Of the order whose address was compared. */
  edition: number
  carrier: string
  number: string
}

export interface Node {
  /** All that came in one parcel. */
  orderIds: string[]
  at: Instant
  place: string
  words: string
}

/** "M2611 2400 418", however it was typed. */
export function orderNumberTyped(cell: string): string {
  const plain = cell.replace(/\s/g, '').toUpperCase()
  return [plain.slice(0, 5), plain.slice(5, 9), plain.slice(9)].join(' ')
}

/** The number of a parcel, however it was typed or read out: in groups, in small letters. */
export function parcelNumberTyped(cell: string): string {
  return cell.replace(/\s/g, '').toUpperCase()
}

/** What `parcelNumberTyped` makes of the number of a parcel. */
export const PARCEL_NUMBER = /^[A-Z0-9]{6,30}$/

/** A parcel that has gone out, and the order that is in it. */
export type Sent = Pick<Waiting, 'number' | 'parcel'>

/** Which lines of a whole file name which order and which parcel, so that a batch of it knows of the others. */
interface NamedIn {
  orders: ReadonlyMap<string, number[]>
  parcels: ReadonlyMap<string, number[]>
}

/** Of waybills. */
export function namedIn(file: readonly ShippingLine[]): NamedIn {
  return {
    orders: linesBy(file, ({ cells }) => orderNumberTyped(cells[0] ?? '')),
    parcels: linesBy(file, ({ cells }) => parcelNumberTyped(cells[2] ?? '')),
  }
}

function linesBy(file: readonly ShippingLine[], keyOf: (line: ShippingLine) => string) {
  return new Map([...grouped(file, keyOf)].map(([key, lines]) => [key, lines.map(({ line }) => line)]))
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string | undefined): Map<string, T[]> {
  const byKey = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one) ?? ''
    const known = byKey.get(key)
    if (known) known.push(one)
    else byKey.set(key, [one])
  }
  return byKey
}

/**
 * What each of some lines would do.
 * @param known orders that the lines name, and those that went out under one of their numbers of parcels
 * @param closed whose orders somebody else has to send: the keeper's own, and those of whoever they keep the mall for
 * @param file what the whole file names
 */
export function planWaybills(
  lines: readonly ShippingLine[],
  known: { orders: readonly Waiting[]; sent: readonly Sent[] },
  closed: readonly string[],
  file: NamedIn = namedIn(lines),
): Planned<Waybill>[] {
  const orders = grouped(known.orders, ({ number }) => number)
  const sent = grouped(known.sent, ({ parcel }) => parcel?.number)
  return lines.map(({ line, cells }) => {
    const number = orderNumberTyped(cells[0] ?? '')
    const [carrier = '', parcel = ''] = [cells[1]?.trim(), parcelNumberTyped(cells[2] ?? '')]
    // Two orders may well go in one parcel; more often a line was filled in twice.
    const twin = file.parcels.get(parcel)?.find(other => other !== line)
    const before = sent.get(parcel)?.find(order => order.number !== number)
    const at = { line, number }
    const found = orders.get(number) ?? []
    const [order] = found
    if (!order) return { ...at, wrong: '没有这个订单' }
    if (found.length > 1) return { ...at, wrong: '这个号码有两个订单，请在列表里寄出' }
    if (file.orders.get(number)?.[0] !== line) return { ...at, wrong: '这个订单在文件里出现了两次' }
    if ([...carrier].length < 2 || [...carrier].length > 20) return { ...at, wrong: '快递公司没有写对' }
    if (!PARCEL_NUMBER.test(parcel)) return { ...at, wrong: '运单号是 6 到 30 位字母和数字' }
    if (order.delivery.kind !== 'home') return { ...at, wrong: '这个订单在前台自取' }
    if (order.state === 'shipped' && order.parcel?.number === parcel) return { ...at, already: '已经寄出' }
    if (order.state !== 'placed') return { ...at, wrong: '这个订单不在待寄' }
    if (closed.includes(order.employeeId))
      return { ...at, wrong: '这是你自己或所代同事的订单，请另一位同事来寄' }
    return {
      ...at,
      does: { orderId: order._id, edition: order.edition ?? 0, carrier, number: parcel },
      words: `${carrier} ${parcel}${sayMoved(order)}${sayDoubt(twin, before)}`,
    }
  })
}

/** A label that was written before may have another address. */
const sayMoved = ({ edition = 0 }: Waiting) => (edition > 0 ? '，收件地址改过，看看面单对不对' : '')

function sayDoubt(twin: number | undefined, before: Sent | undefined): string {
  if (twin !== undefined) return `，和第 ${twin} 行是同一个运单号，看看对不对`
  return before ? `，这个运单号寄过订单 ${before.number}，看看对不对` : ''
}

/** What each line tells of a parcel: to all orders in it that are still on their way, each time once. */
export function planNodes(lines: readonly ShippingLine[], orders: readonly Waiting[]): Planned<Node>[] {
  const told = new Set<string>()
  const parcels = grouped(orders, ({ parcel }) => parcel?.number)
  return lines.map(({ line, cells }) => {
    const number = parcelNumberTyped(cells[0] ?? '')
    const [time = '', place = '', words = ''] = cells.slice(1).map(cell => cell.trim())
    const here = { line, number }
    const sent = parcels.get(number) ?? []
    const underWay = sent.filter(({ state }) => state === 'shipped')
    const at = instantTyped(time)
    if (sent.length === 0) return { ...here, wrong: '没有寄出过这个运单号' }
    if (underWay.length === 0) return { ...here, wrong: '这个包裹已经收到了' }
    if (at === null) return { ...here, wrong: '时间写成 2026-11-24 17:40' }
    if (place === '' || [...place].length > NODE_PLACE_MAX) return { ...here, wrong: '地点是 1 到 20 个字' }
    if (words === '' || [...words].length > NODE_WORDS_MAX) return { ...here, wrong: '说明是 1 到 60 个字' }
    const untold = underWay.filter(({ nodes }) => !hasNode(nodes, { at, place }))
    if (untold.length === 0 || told.has(`${number} ${at} ${place}`)) return { ...here, already: '已经有了' }
    if (untold.length > SHIPPING_BATCH_MAX) return { ...here, wrong: '一个运单号最多 50 个订单' }
    told.add(`${number} ${at} ${place}`)
    const orderIds = untold.map(({ _id }) => _id)
    return { ...here, does: { orderIds, at, place, words }, words: `${place} ${words}` }
  })
}

/** How many of the lines, from the first on, one transaction does: it tells no more orders than it holds. */
export function linesAtOnce(lines: readonly Planned<Waybill | Node>[]): number {
  const reached = new Set<string>()
  const over = lines.findIndex(planned => {
    if (!('does' in planned)) return false
    const { does } = planned
    for (const orderId of 'orderIds' in does ? does.orderIds : [does.orderId]) reached.add(orderId)
    return reached.size > SHIPPING_BATCH_MAX
  })
  return over === -1 ? lines.length : over
}

/** Whether a parcel is known to have been somewhere at that time. */
export function hasNode(
  nodes: readonly { at: Instant; place: string }[],
  { at, place }: { at: Instant; place: string },
): boolean {
  return nodes.some(node => node.at === at && node.place === place)
}

/** In UTC+8; null when it is no time of any day. */
function instantTyped(time: string): Instant | null {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})$/.exec(time)
  if (!found) return null
  const [, day = '', clock = ''] = found
  const at = instantAt(day, clock.padStart(5, '0'))
  return at === null || dayOf(at) !== day ? null : at
}
