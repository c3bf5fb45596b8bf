import type { Instant } from '@domain/kernel/time'
import type { MembershipState } from '@domain/union/membership'
import { sendIfPermitted, settleTodos } from '../notice/public'
import type { AssociationDocument, MembershipDocument } from './store'

// Each page reads its own parameters: see `usePageParams` in it.
const approvalPage = (membershipId: string) =>
  `rooms/access/pages/approval/index?kind=application&id=${encodeURIComponent(membershipId)}`
const applicationPage = (membershipId: string) =>
  `rooms/union/pages/application/index?membershipId=${encodeURIComponent(membershipId)}`

/** A subscribe message to the president, if allowed: somebody wants to join. After the commit; one request, two when it is. */
export async function tellPresident(
  { name, president }: AssociationDocument,
  application: { membershipId: string; applicant: string; reason: string },
): Promise<void> {
  await sendIfPermitted({
    employeeId: president.employeeId,
    template: 'applicationWaiting',
    page: approvalPage(application.membershipId),
    values: [name, application.applicant, application.reason],
  })
}

/**
 * Those who were asked to decide have nothing left to do about it, whoever has done it, nor those who were asked for
 * somebody who decides. After the commit; one request.
 */
export function settle(
  target: 'application' | 'founding' | 'event' | 'association',
  ids: readonly string[],
  until: Instant,
): Promise<void> {
  return settleTodos({ target: [target, 'roles'], ids, becomes: 'union', until })
}

const OUTCOMES: Partial<Record<MembershipState, string>> = {
  member: '已通过',
  refused: '未通过',
  revoked: '已取消',
  removed: '已移出',
}

/** A subscribe message to the applicant, if allowed: the president has decided. After the commit; one request, two when it is. */
export async function tellApplicant(
  { _id, employeeId, associationName }: MembershipDocument,
  state: MembershipState,
  reason: string | null,
): Promise<void> {
  await sendIfPermitted({
    employeeId,
    template: 'applicationDecided',
    page: applicationPage(_id),
    values: [associationName, OUTCOMES[state] ?? '有更新', reason ?? '欢迎加入'],
  })
}
