import { type Instant, inChina } from '@domain/kernel/time'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify, sendIfPermitted } from '../notice/public'
import { type WaitDocument, waits } from './store'

interface Words {
  title: string
  body: string
  /** Of what the message speaks. */
  when: Instant
  /** At most twenty characters; null: in the inbox alone. */
  message: string | null
}

/** Tells somebody of what they waited for, once: notice and wish are changed together, the message goes out after. */
export async function tellWaiting(
  { _id, employeeId, productId }: WaitDocument,
  { title, body, when, message }: Words,
  at: Instant,
): Promise<void> {
  const isNews = await transaction(async tx => {
    if (!(await waits.in(tx).get(_id))) return false
    await waits.in(tx).remove(_id)
    const target = { kind: 'product', id: productId } as const
    await notify(tx, { _id: ulid(at), employeeId, kind: 'order', title, body, at, target })
    return true
  })
  if (isNews && message !== null)
    await sendIfPermitted({
      employeeId,
      template: 'goodReady',
      page: `rooms/mall/pages/product/index?productId=${encodeURIComponent(productId)}`,
      values: [title, inChina(when).format('YYYY-MM-DD HH:mm'), message],
    })
}
