import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { recordOf } from '../forum/public'
import { joinedOnOf } from '../identity/public'
import { medianDecision } from './decided'
import { associationsJoined } from './public'
import { associations, memberships } from './store'
import { applicationOf, presides } from './views'

export const openApplication = handle(union.openApplication, async (ctx, { membershipId }) => {
  const membership = await memberships.require(membershipId, 'UNION_APPLICATION_MISSING')
  const { associationId, employeeId } = membership
  const concerned = employeeId === ctx.employee.id || presides(ctx.employee, associationId)
  // As if there were none: ids can be guessed, and who has applied where is between the two.
  refuse(!concerned, 'UNION_APPLICATION_MISSING')
  const [association, joined, applicantJoinedOn, medianMs, record] = await Promise.all([
    associations.require(associationId, 'UNION_ASSOCIATION_MISSING'),
    associationsJoined(employeeId),
    joinedOnOf(employeeId),
    medianDecision(associationId),
    recordOf(employeeId),
  ])
  return {
    application: applicationOf(membership, ctx.employee),
    associationMembers: association.members,
    joined,
    applicantJoinedOn,
    medianMs,
    ...record,
    now: ctx.now,
  }
})
