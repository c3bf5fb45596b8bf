import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { medianDecision } from './decided'
import { facesOf } from './memberViews'
import { associations, membershipIdOf, memberships } from './store'
import { applicationOf, cardOf } from './views'

export const openAssociation = handle(union.openAssociation, async (ctx, { associationId }) => {
  const [association, membership, faces, medianMs] = await Promise.all([
    associations.require(associationId, 'UNION_ASSOCIATION_MISSING'),
    memberships.get(membershipIdOf(associationId, ctx.employee.id)),
    facesOf(associationId),
    medianDecision(associationId),
  ])
  const { intro, foundedOn, questions, office } = association
  return {
    association: {
      ...cardOf(association, ctx.employee, membership?.state ?? null),
      intro,
      foundedOn,
      questions,
    },
    faces,
    medianMs,
    officeOfferedBy: office?.to.employeeId === ctx.employee.id ? office.by.name : null,
    application: membership && applicationOf(membership, ctx.employee),
    now: ctx.now,
  }
})
