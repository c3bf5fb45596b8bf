import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { firstIdOf } from './recent'
import { type OrderDocument, orders } from './store'

/** As many as one read returns. */
const BLOCK = 1_000
/** More than the whole company orders in a quarter; beyond it a figure says that it is not whole. */
export const ORDERS_MAX = 10_000

/** The orders placed from an instant on, the newest first and the newest alone where there are more. One request a thousand, at most ten. */
export async function ordersSince(
  at: Instant,
  fields: readonly (keyof OrderDocument & string)[],
): Promise<{ placed: OrderDocument[]; complete: boolean }> {
  const since = _.gte(firstIdOf(at))
  const placed: OrderDocument[] = []
  while (placed.length < ORDERS_MAX) {
    const last = placed.at(-1)
    const block = await orders.find({
      where: { _id: last ? since.and(_.lt(last._id)) : since },
      orderBy: [['_id', 'desc']],
      limit: BLOCK,
      fields,
    })
    placed.push(...block)
    if (block.length < BLOCK) return { placed, complete: true }
  }
  return { placed, complete: false }
}
