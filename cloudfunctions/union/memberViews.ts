import type { PersonView } from '@domain/union/contract'
import type { MemberView } from '@domain/union/memberContract'
import { type AssociationDocument, type MembershipDocument, memberships } from './store'

const FACES_MAX = 8

/** Some members of an association, for faces. One request. */
export async function facesOf(associationId: string): Promise<PersonView[]> {
  const found = await memberships.find({
    where: { associationId, state: 'member' },
    orderBy: [['_id', 'asc']],
    limit: FACES_MAX,
    fields: ['applicant'],
  })
  return found.map(({ applicant }) => applicant)
}

export function memberOf(
  { _id, applicant, appliedAt, trail }: MembershipDocument,
  { president }: AssociationDocument,
): MemberView {
  return {
    membershipId: _id,
    person: applicant,
    joinedAt: trail.filter(({ action }) => action === 'approve').at(-1)?.at ?? appliedAt,
    presiding: applicant.employeeId === president.employeeId,
  }
}
