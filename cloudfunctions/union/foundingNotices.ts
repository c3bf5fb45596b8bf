import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import type { FoundingDocument } from './store'

/** Makes the ids of notices: a command's own, so that a retry makes them again. */
interface Writer {
  now: number
  newId(label: string): string
}

/**
 * Tells everybody who decides next and the deputies of those who are away, inside the caller's transaction. One request
 * each.
 */
export async function tellApprovers(
  tx: Transaction,
  { now, newId }: Writer,
  { _id, applicant, name, reason }: FoundingDocument,
  { told, late = false }: { told: readonly string[]; late?: boolean },
): Promise<void> {
  for (const employeeId of told)
    await notify(tx, {
      _id: newId(`notice ${employeeId}`),
      employeeId,
      kind: 'todo',
      from: applicant.name,
      title: late ? `${applicant.name}创办${name}的申请还在等你` : `${applicant.name}想创办${name}`,
      body: reason,
      at: now,
      target: { kind: 'founding', id: _id },
    })
}

/** Tells the applicant how it ended, inside the caller's transaction. One request. */
export async function tellApplicant(
  tx: Transaction,
  { now, newId }: Writer,
  { _id, applicant, name }: FoundingDocument,
  { approved, reason, by }: { approved: boolean; reason: string | null; by: string },
): Promise<void> {
  await notify(tx, {
    _id: newId('notice applicant'),
    employeeId: applicant.employeeId,
    kind: 'union',
    title: approved ? `${name}成立了，你是会长` : `创办${name}的申请没有通过`,
    body: reason ?? (approved ? '先把介绍和第一场活动写好，就可以招人了。' : `${by}没有写理由。`),
    at: now,
    target: { kind: 'founding', id: _id },
  })
}
