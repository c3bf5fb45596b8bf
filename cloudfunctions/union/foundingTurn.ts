import { signs } from '@domain/access/lending'
import type { Grant } from '@domain/access/roles'
import {
  type Approval,
  afterWithdrawal,
  approverFor,
  openApprovers,
  reminderAfter,
} from '@domain/approval/flow'
import { rolesAt, stranded } from '@domain/approval/seats'
import type { Instant } from '@domain/kernel/time'
import type { FoundingDocument } from './store'

/** Those in whose name a colleague may decide now, because they have lent a role of the union. */
export function lendersOf(grants: readonly Grant[]): string[] {
  return grants.flatMap(({ role, lent }) => (lent && signs([{ role }]) ? [lent.fromId] : []))
}

/** In whose name a colleague decides where the approval stands; null when it is not their turn. */
export function turnOf(
  approval: Approval,
  { id, grants }: { id: string; grants: readonly Grant[] },
  now: Instant,
): string | null {
  // Whoever lent another role lent no say here.
  const roles = rolesAt(approval, approval.at)
  const loans = grants.filter(({ role }) => roles.includes(role))
  const delegations = loans.flatMap(({ lent }) => (lent ? [{ ...lent, toId: id }] : []))
  return approverFor(approval, id, delegations, now)
}

/** Who decides, as the trail names them: `周牧（代沈一宁）` in somebody else's name. */
export function nameFor(
  { id, name, grants }: { id: string; name: string; grants: readonly Grant[] },
  approverId: string,
): string {
  const lender = grants.find(({ lent }) => lent?.fromId === approverId)?.lent
  return approverId === id || !lender ? name : `${name}（代${lender.fromName}）`
}

/** What of the document says that it was taken back. */
export function takenBack({ approval }: FoundingDocument, now: Instant) {
  return { ...following(afterWithdrawal(approval, now), now), decidedAt: now }
}

/** What of the document follows from its approval. */
export function following(
  approval: Approval,
  now: Instant,
): Pick<FoundingDocument, 'approval' | 'openIds' | 'remindAt' | 'seatedAt'> {
  return {
    approval,
    openIds: openApprovers(approval),
    remindAt: reminderAfter(approval, now),
    seatedAt: approval.state !== 'running' ? null : stranded(approval) ? 0 : now,
  }
}
