import type { PersonView } from '@domain/union/contract'
import type { MemberView } from '@domain/union/memberContract'
import { stillHere } from '../identity/public'
import { type AssociationDocument, type MembershipDocument, memberships } from './store'

const FACES_MAX = 8

/** Some members of an association, for faces. One request, and as `stillHere`. */
export async function facesOf(associationId: string): Promise<PersonView[]> {
  const found = await memberships.find({
    where: { associationId, state: 'member' },
    orderBy: [['_id', 'asc']],
    limit: FACES_MAX,
    fields: ['applicant'],
  })
  return stillHere(found.map(({ applicant }) => applicant))
}

/** @param shown how everybody sees people, see `shownAmong`; left out for whoever runs the association */
export function memberOf(
  { _id, applicant, appliedAt, trail }: MembershipDocument,
  { president }: AssociationDocument,
  shown: (one: PersonView) => PersonView = one => one,
): MemberView {
  return {
    membershipId: _id,
    person: shown(applicant),
    joinedAt: trail.filter(({ action }) => action === 'approve').at(-1)?.at ?? appliedAt,
    presiding: applicant.employeeId === president.employeeId,
  }
}
