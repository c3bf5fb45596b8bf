import { refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { hasNode, type Node, type Planned, type Waybill } from '@domain/mall/shipping'
import { type EmployeeContext, handle } from '@platform/context'
import { removeFiles } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { noticeBuyer } from './messages'
import { afterStep } from './orderSteps'
import { type Plan, planOf } from './shippingFile'
import { type OrderDocument, orders } from './store'

/**
 * All lines in one transaction, or none. The file is read anew, so that one that was replaced after its check is
 * judged by what it says now. Fifty lines are 155 requests, which took the local cloud 0.4 s: at 20 ms each they would
 * take a third of what a function may. WeChat's own messages are left out: fifty of them take longer than that.
 */
export const importShipping = handle(mall.importShipping, async (ctx, { kind, fileId }) => {
  const plan = await planOf(kind, fileId, ctx.employee)
  const all: Planned<Waybill | Node>[] = plan.lines
  refuse(
    all.some(planned => 'wrong' in planned),
    'MALL_FILE_WRONG',
  )
  // What the buyers would read; a carrier and a number say nothing.
  if (plan.kind === 'nodes')
    await ctx.wechat.assertTextIsSafe(...toDo(plan.lines).flatMap(({ place, words }) => [place, words]))
  const already = all.filter(planned => 'already' in planned).length
  const result = await ctx.transaction(
    async tx => {
      const done = await apply(ctx, tx, plan)
      return { done, already }
    },
    () => ({ subject: orders.name, before: null, after: { kind, lines: all.length - already } }),
  )
  await removeFiles([fileId])
  return result
})

const toDo = <T>(lines: readonly Planned<T>[]): T[] =>
  lines.flatMap(planned => ('does' in planned ? [planned.does] : []))

async function apply(ctx: EmployeeContext, tx: Transaction, plan: Plan): Promise<number> {
  if (plan.kind === 'waybills') {
    const waybills = toDo(plan.lines)
    for (const waybill of waybills) await shipOne(ctx, tx, waybill)
    return waybills.length
  }
  const nodes = toDo(plan.lines)
  for (const orderId of new Set(nodes.flatMap(({ orderIds }) => orderIds)))
    await addNodes(
      ctx,
      tx,
      orderId,
      nodes.filter(({ orderIds }) => orderIds.includes(orderId)),
    )
  return nodes.length
}

async function shipOne(ctx: EmployeeContext, tx: Transaction, { orderId, ...parcel }: Waybill) {
  const order = await orders.in(tx).require(orderId, 'MALL_FILE_WRONG')
  // The file was judged before the transaction: what has changed since is judged by its next check.
  refuse(order.state !== 'placed', 'MALL_FILE_WRONG')
  const note = `${parcel.carrier} ${parcel.number}`
  const stepped = afterStep(order, { action: 'ship', by: ctx.employee.name, at: ctx.now, note })
  await orders.in(tx).update(orderId, { ...stepped, parcel })
  await tell(ctx, tx, order, `${order.productName}寄出了`, note)
}

async function addNodes(ctx: EmployeeContext, tx: Transaction, orderId: string, added: readonly Node[]) {
  const order = await orders.in(tx).require(orderId, 'MALL_FILE_WRONG')
  refuse(order.state !== 'shipped', 'MALL_FILE_WRONG')
  const fresh = added
    .filter(node => !hasNode(order.nodes, node))
    .map(({ at, place, words }) => ({ at, place, words }))
  const nodes = [...order.nodes, ...fresh].sort((one, other) => one.at - other.at)
  const latest = nodes.at(-1)
  if (fresh.length === 0 || !latest) return
  await orders.in(tx).update(orderId, { nodes })
  await tell(ctx, tx, order, `${order.productName}到了${latest.place}`, latest.words)
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
