import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import type { AssociationDocument, OfficeStep } from './store'

interface Ending {
  action: 'decline' | 'withdraw'
  by: OfficeStep['by']
  at: Instant
}

/** What of an association says that somebody's offer of its office is over; null: none was theirs. */
export function offerEnded(
  { office, officeTrail = [] }: AssociationDocument,
  toId: string,
  ending: Ending,
): Pick<AssociationDocument, 'office' | 'officeTrail'> | null {
  if (office?.to.employeeId !== toId) return null
  const { employeeId, name } = office.to
  return { office: null, officeTrail: [...officeTrail, { ...ending, to: { employeeId, name } }] }
}

/**
 * Tells the president that whoever was to follow does not belong any more, inside the caller's transaction. One request.
 * @param why what the member did: "退出了协会"
 */
export async function tellOfferLost(
  tx: Transaction,
  { _id, name, president, office }: AssociationDocument,
  { noticeId, why, at }: { noticeId: string; why: string; at: Instant },
): Promise<void> {
  await notify(tx, {
    _id: noticeId,
    employeeId: president.employeeId,
    kind: 'union',
    title: `${name}：${office?.to.name ?? ''}${why}，不能接任会长了`,
    body: '可以再请另一位会员。',
    at,
    target: { kind: 'association', id: _id },
  })
}
