import { mall } from '@domain/mall/contract'
import { nextOrderState } from '@domain/mall/order'
import {
  hasNode,
  linesAtOnce,
  type Node,
  type Planned,
  SHIPPING_BATCH_MAX,
  type Waybill,
} from '@domain/mall/shipping'
import { type EmployeeContext, handle } from '@platform/context'
import { removeFiles } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { noticeBuyer } from './messages'
import { afterStep } from './orderSteps'
import { planOf, toldOf } from './shippingFile'
import { type OrderDocument, orders } from './store'

/**
 * The next lines, in one transaction. The file is read anew, so that one that was replaced after its check is judged by
 * what it says now; a batch that is repeated finds what it has done. Fifty orders are 155 requests, which took the local
 * cloud 0.4 s: at 20 ms each they would take a third of what a function may. WeChat's own messages are left out: fifty
 * of them take longer than that.
 */
export const importShipping = handle(mall.importShipping, async (ctx, { kind, fileId, from }) => {
  const plan = await planOf({ kind, fileId }, ctx.employee, { from, count: SHIPPING_BATCH_MAX })
  const all: Planned<Waybill | Node>[] = plan.lines
  const batch = linesAtOnce(all)
  const lines = all.slice(0, batch)
  // What the buyers would read; a carrier and a number say nothing.
  await ctx.wechat.assertTextIsSafe(
    ...toDo(lines).flatMap(does => ('place' in does ? [does.place, does.words] : [])),
  )
  const already = lines.filter(planned => 'already' in planned).length
  const end = from + batch
  const next = end < plan.total ? end : null
  const result = await ctx.transaction(
    async tx => {
      const changed = await apply(ctx, tx, lines)
      const skipped = lines.filter(planned => 'wrong' in planned).map(toldOf)
      return {
        done: toDo(lines).length - changed.length,
        already,
        skipped: [...skipped, ...changed].sort((one, other) => one.line - other.line),
        next,
      }
    },
    () => ({ subject: orders.name, before: null, after: { kind, from, lines: toDo(lines).length } }),
  )
  if (next === null) await removeFiles([fileId])
  return result
})

const toDo = <T>(lines: readonly Planned<T>[]): T[] =>
  lines.flatMap(planned => ('does' in planned ? [planned.does] : []))

type Due<T> = Extract<Planned<T>, { does: T }>
const isDueNode = (planned: Planned<Waybill | Node>): planned is Due<Node> =>
  'does' in planned && 'orderIds' in planned.does

/** @returns the lines whose orders are not what they were when the file was read: its next check judges them */
async function apply(ctx: EmployeeContext, tx: Transaction, lines: readonly Planned<Waybill | Node>[]) {
  const late = new Set<Planned<Waybill | Node>>()
  for (const planned of lines) {
    if (!('does' in planned) || 'orderIds' in planned.does) continue
    if (!(await shipOne(ctx, tx, planned.does))) late.add(planned)
  }
  const nodes = lines.filter(isDueNode)
  for (const orderId of new Set(nodes.flatMap(({ does }) => does.orderIds))) {
    const own = nodes.filter(({ does }) => does.orderIds.includes(orderId))
    for (const strayed of await addNodes(ctx, tx, orderId, own)) late.add(strayed)
  }
  return lines
    .filter(planned => late.has(planned))
    .map(({ line, number }) => ({ line, number, words: '订单刚刚变了，再核对一次', wrong: true }))
}

/** @returns false: it does not wait for a parcel any more */
async function shipOne(
  ctx: EmployeeContext,
  tx: Transaction,
  { orderId, edition, ...parcel }: Waybill,
): Promise<boolean> {
  const order = await orders.in(tx).get(orderId)
  if (!order || nextOrderState(order.state, 'ship', order.delivery.kind) === null) return false
  if ((order.edition ?? 0) !== edition) return false
  const note = `${parcel.carrier} ${parcel.number}`
  const stepped = afterStep(order, { action: 'ship', by: ctx.employee.name, at: ctx.now, note })
  await orders.in(tx).update(orderId, { ...stepped, parcel })
  await tell(ctx, tx, order, `${order.productName}寄出了`, note)
  return true
}

/**
 * Of what has come meanwhile nothing is to be told any more.
 * @returns the lines of a number that the order has no longer: it was another parcel
 */
async function addNodes(ctx: EmployeeContext, tx: Transaction, orderId: string, lines: readonly Due<Node>[]) {
  const order = await orders.in(tx).get(orderId)
  if (order?.state !== 'shipped') return []
  const isOfParcel = ({ number }: Due<Node>) => number === order.parcel?.number
  const fresh = lines
    .filter(isOfParcel)
    .map(({ does: { at, place, words } }) => ({ at, place, words }))
    .filter(node => !hasNode(order.nodes, node))
  const nodes = [...order.nodes, ...fresh].sort((one, other) => one.at - other.at)
  const latest = nodes.at(-1)
  if (fresh.length > 0 && latest) {
    await orders.in(tx).update(orderId, { nodes })
    await tell(ctx, tx, order, `${order.productName}到了${latest.place}`, latest.words)
  }
  return lines.filter(line => !isOfParcel(line))
}

async function tell(
  ctx: EmployeeContext,
  tx: Transaction,
  order: OrderDocument,
  title: string,
  body: string,
) {
  await noticeBuyer(tx, order, { noticeId: ctx.newId(`notice ${order._id}`), title, body, at: ctx.now })
}
