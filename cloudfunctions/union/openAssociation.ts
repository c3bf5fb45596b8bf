import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { associations, membershipIdOf, memberships } from './store'
import { applicationOf, cardOf } from './views'

export const openAssociation = handle(union.openAssociation, async (ctx, { associationId }) => {
  const [association, membership] = await Promise.all([
    associations.require(associationId, 'UNION_ASSOCIATION_MISSING'),
    memberships.get(membershipIdOf(associationId, ctx.employee.id)),
  ])
  const { intro, foundedOn, questions } = association
  return {
    association: {
      ...cardOf(association, ctx.employee, membership?.state ?? null),
      intro,
      foundedOn,
      questions,
    },
    application: membership && applicationOf(membership, ctx.employee),
    now: ctx.now,
  }
})
