import { spanLabel } from '@domain/booking/wording'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import type { EventDocument } from './store'

/** Makes the ids of notices: a command's own, so that a retry makes them again. */
interface Writer {
  now: number
  newId(label: string): string
}

/**
 * Tells everybody who has to agree and the deputies of those who are away, inside the caller's transaction. One request
 * each.
 */
export async function tellDeciders(
  tx: Transaction,
  { now, newId }: Writer,
  { _id, host, title, startsAt, endsAt }: EventDocument,
  { told, late = false }: { told: readonly string[]; late?: boolean },
): Promise<void> {
  for (const employeeId of told)
    await notify(tx, {
      _id: newId(`notice ${employeeId}`),
      employeeId,
      kind: 'todo',
      from: host.name,
      title: late ? `「${title}」还在等你同意` : `${host.name}想办「${title}」`,
      body: spanLabel(startsAt, endsAt),
      at: now,
      target: { kind: 'event', id: _id },
    })
}

/** Tells the host what the union decided, inside the caller's transaction. One request. */
export async function tellHost(
  tx: Transaction,
  { now, newId }: Writer,
  { _id, host, title }: EventDocument,
  { approved, reason, by }: { approved: boolean; reason: string | null; by: string },
): Promise<void> {
  await notify(tx, {
    _id: newId('notice host'),
    employeeId: host.employeeId,
    kind: 'union',
    title: approved ? `工会同意了「${title}」` : `工会没有同意「${title}」`,
    body: reason ?? (approved ? `${by}已经同意，可以报名了。` : `${by}没有写理由。`),
    at: now,
    target: { kind: 'event', id: _id },
  })
}
