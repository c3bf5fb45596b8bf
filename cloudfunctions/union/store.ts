import type { Day, Instant } from '@domain/kernel/time'
import type { AssociationCategory, PersonView, QuestionView } from '@domain/union/contract'
import type { MembershipState } from '@domain/union/membership'
import type { Step } from '@domain/union/trail'
import { collection, type Document } from '@platform/collection'

/** One association. `members` is exact: it changes in the transaction that changes a membership. */
export interface AssociationDocument extends Document {
  name: string
  coverFileId: string
  site: string
  category: AssociationCategory
  members: number
  president: PersonView
  headline: string
  intro: string
  foundedOn: Day
  questions: QuestionView[]
  /** Whether it takes new members. */
  open: boolean
}

/**
 * One person's standing in one association, from the first application on; the id is `<association>:<employee>`.
 * Name and cover of the association are copied, so that a list of applications is one request.
 */
export interface MembershipDocument extends Document {
  associationId: string
  associationName: string
  associationCoverFileId: string
  employeeId: string
  applicant: PersonView
  answers: { title: string; answer: string }[]
  reason: string
  state: MembershipState
  appliedAt: Instant
  /** `sortKey` of `appliedAt`: a person's own applications page by it. */
  appliedKey: string
  /** `sortKey` of when a president decided the running round or revoked it, since many are decided at once; or null. */
  decidedKey: string | null
  trail: Step[]
}

export const associations = collection<AssociationDocument>('union_associations')
export const memberships = collection<MembershipDocument>('union_memberships')

export function membershipIdOf(associationId: string, employeeId: string): string {
  return `${associationId}:${employeeId}`
}
