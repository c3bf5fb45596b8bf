import { ownGrants } from '@domain/access/lending'
import { actingName, can } from '@domain/access/roles'
import type { ApplicationView, AssociationCardView } from '@domain/union/contract'
import { type MembershipState, membershipActionsFor } from '@domain/union/membership'
import type { Employee } from '@platform/context'
import type { AssociationDocument, MembershipDocument } from './store'

/** Whether the caller decides who joins this association. */
export function presides({ grants }: Employee, associationId: string): boolean {
  return can(grants, 'union.applications.decide', associationId)
}

/** Whether the office is the caller's own, and not done for somebody who is away: they belong to it without having applied. */
export function holdsOffice({ grants }: Employee, associationId: string): boolean {
  return can(ownGrants(grants), 'union.applications.decide', associationId)
}

/** Who decides, as the trail names them: with the name of the president who is away, if it is done for them. */
export function presidentOf(employee: Employee, associationId: string): { employeeId: string; name: string } {
  return {
    employeeId: employee.id,
    name: actingName(employee, 'union.applications.decide', associationId),
  }
}

export function cardOf(
  association: AssociationDocument,
  viewer: Employee,
  mine: MembershipState | null,
): AssociationCardView {
  const { _id, name, coverFileId, site, category, members, president, headline, open } = association
  return {
    associationId: _id,
    name,
    coverFileId,
    site,
    category,
    members,
    president,
    headline,
    open,
    mine,
    presiding: presides(viewer, _id),
  }
}

/** An application with what the viewer may do with it: the applicant one thing, the president of others' another. */
export function applicationOf(membership: MembershipDocument, viewer: Employee): ApplicationView {
  const { _id, associationId, associationName, associationCoverFileId } = membership
  const { applicant, answers, reason, state, appliedAt, trail, earlierSteps = 0 } = membership
  return {
    membershipId: _id,
    associationId,
    associationName,
    associationCoverFileId,
    applicant,
    answers,
    reason,
    state,
    appliedAt,
    trail,
    earlierSteps,
    actions: actionsOn(membership, viewer),
  }
}

function actionsOn({ associationId, employeeId, state }: MembershipDocument, viewer: Employee) {
  if (employeeId === viewer.id) return membershipActionsFor(state, 'applicant')
  return presides(viewer, associationId) ? membershipActionsFor(state, 'president') : []
}
