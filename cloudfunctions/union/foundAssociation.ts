import { refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { dayOf, type Instant } from '@domain/kernel/time'
import { refusingDuplicates } from '@platform/databaseErrors'
import type { Transaction } from '@platform/transaction'
import { grantRole } from '../identity/public'
import { associations, type FoundingDocument, membershipIdOf, memberships } from './store'

/**
 * The association begins with its founder as president and first member, inside the caller's transaction. Four requests.
 * @param by who had the last word
 * @throws Refusal UNION_NAME_TAKEN when another began under its name since anybody looked, UNION_TRANSITION_REFUSED when
 * its founder has left the company: the timer takes it back for them
 */
export async function foundAssociation(
  tx: Transaction,
  { _id, name, category, site, headline, intro, reason, applicant }: FoundingDocument,
  { by, now }: { by: { employeeId: string; name: string }; now: Instant },
): Promise<void> {
  const association = {
    _id,
    name,
    coverFileId: '',
    site,
    category,
    members: 1,
    president: applicant,
    headline,
    intro,
    foundedOn: dayOf(now),
    questions: [],
    open: true,
  }
  await refusingDuplicates('UNION_NAME_TAKEN', () => associations.in(tx).insert(association))
  await memberships.in(tx).put({
    _id: membershipIdOf(_id, applicant.employeeId),
    associationId: _id,
    associationName: name,
    associationCoverFileId: '',
    employeeId: applicant.employeeId,
    applicant,
    answers: [],
    reason,
    state: 'member',
    appliedAt: now,
    appliedKey: sortKey(now, membershipIdOf(_id, applicant.employeeId)),
    joinedKey: sortKey(now, membershipIdOf(_id, applicant.employeeId)),
    decidedKey: sortKey(now, membershipIdOf(_id, applicant.employeeId)),
    remindAt: null,
    trail: [{ action: 'approve', by, at: now, reason: '创会会长' }],
  })
  const isHere = await grantRole(tx, applicant.employeeId, { role: 'president', scopeId: _id })
  refuse(!isHere, 'UNION_TRANSITION_REFUSED')
}
