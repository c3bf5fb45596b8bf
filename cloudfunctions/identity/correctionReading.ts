import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { namesOfActing } from '@domain/access/lending'
import { sayWhoseCorrected } from '@domain/identity/correction'
import type { Employee } from '@platform/context'
import { type CorrectionDocument, corrections } from './store'

/**
 * What colleagues find wrong about themselves and waits for HR, oldest first: neither the decider's own nor that of
 * whoever lent them the role. One request.
 */
export async function waitingCorrections(decider: Pick<Employee, 'id' | 'grants'>): Promise<WaitingItem[]> {
  const pending = await corrections.find({
    where: { state: 'pending' },
    orderBy: [['askedAt', 'asc']],
    limit: WAITING_MAX,
  })
  const names = namesOfActing(decider, 'identity.members.manage')
  const others = pending.filter(({ employeeId }) => !names.includes(employeeId))
  return others.map(({ _id, applicant, fields, reason, askedAt }) => ({
    kind: 'correction',
    id: _id,
    place: '改资料',
    person: applicant,
    title: sayWhoseCorrected(applicant.name, fields),
    summary: reason,
    since: askedAt,
  }))
}

const OWN_MAX = 100

/** What somebody has asked for, the newest first. One request. */
export function correctionsOf(employeeId: string, limit = OWN_MAX): Promise<CorrectionDocument[]> {
  return corrections.find({ where: { employeeId }, orderBy: [['askedAt', 'desc']], limit })
}

/** As whoever asked for it sees it. */
export const ownCorrectionView = ({ fields, askedAt, state, decision }: CorrectionDocument) => ({
  ...{ fields, askedAt, state },
  answer: decision?.reason ?? '',
})
