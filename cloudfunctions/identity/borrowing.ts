import { grantsWithoutLoan } from '@domain/access/lending'
import type { Instant } from '@domain/kernel/time'
import { idFor, keepAudit } from '@platform/receipts'
import { type Transaction, transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { type EmployeeDocument, employees, memberSubject } from './store'

/** Whose doing it is that a deputy is gone, and when. */
interface GoneBy {
  by: string
  at: Instant
}

/** Those whose work somebody does or has done by a loan, each once. */
export const lendersOf = ({ grants }: Pick<EmployeeDocument, 'grants'>): string[] => [
  ...new Set(grants.flatMap(({ lent }) => (lent ? [lent.fromId] : []))),
]

/** What a deputy who is gone has borrowed ends, each lender's in a transaction of its own. Seven requests a lender. */
export async function endBorrowing(
  deputy: Pick<EmployeeDocument, '_id' | 'grants'>,
  gone: GoneBy,
): Promise<void> {
  for (const fromId of lendersOf(deputy)) await transaction(tx => endLoan(tx, fromId, deputy._id, gone))
}

/** Whoever relied on the deputy hears that the work is theirs again; ended twice it is ended once. */
async function endLoan(tx: Transaction, fromId: string, deputyId: string, { by, at }: GoneBy): Promise<void> {
  const deputy = await employees.in(tx).get(deputyId)
  if (!deputy || !lendersOf(deputy).includes(fromId)) return
  await employees.in(tx).update(deputyId, { grants: grantsWithoutLoan(deputy.grants, fromId) })
  const lending = (await employees.in(tx).get(fromId))?.lending
  if (lending?.toId !== deputyId) return
  await employees.in(tx).update(fromId, { lending: null })
  if (lending.endsAt <= at) return
  const id = `gone.${deputyId}.${fromId}.${at}`
  // No name: they may have wished to be forgotten.
  const { toId, startsAt, endsAt } = lending
  const before = { lending: { toId, startsAt, endsAt } }
  const entry = { by, subject: memberSubject(fromId), before, after: { lending: null } }
  await keepAudit(tx, id, at, entry)
  await notify(tx, {
    _id: idFor({ id, receivedAt: at }, 'notice'),
    employeeId: fromId,
    kind: 'account',
    title: '请来代你审批的同事离开了',
    body: '等你处理的事回到了你的「管理」里。还要人代办，可以另请一位同事。',
    at,
    target: null,
  })
}
