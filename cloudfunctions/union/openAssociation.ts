import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { shownAmong } from '../identity/public'
import { medianDecision } from './decided'
import { eventsOfAssociation } from './eventReading'
import { facesOf } from './memberViews'
import { photoPage } from './photoViews'
import { associations, membershipIdOf, memberships } from './store'
import { applicationOf, cardOf, presides } from './views'

export const openAssociation = handle(union.openAssociation, async (ctx, { associationId }) => {
  const [association, membership, faces, medianMs, { coming, past }, wall] = await Promise.all([
    associations.require(associationId, 'UNION_ASSOCIATION_MISSING'),
    memberships.get(membershipIdOf(associationId, ctx.employee.id)),
    facesOf(associationId),
    medianDecision(associationId),
    eventsOfAssociation(associationId, ctx.now, ctx.employee),
    photoPage({ associationId }, ctx.employee, undefined),
  ])
  const { intro, foundedOn, questions, office, president } = association
  const shown = await shownAmong([president])
  return {
    association: {
      ...cardOf(association, ctx.employee, membership?.state ?? null),
      president: shown(president),
      intro,
      foundedOn,
      questions,
    },
    faces,
    events: coming,
    past,
    wall: { ...wall, mayAdd: membership?.state === 'member' || presides(ctx.employee, associationId) },
    medianMs,
    officeOfferedBy: office?.to.employeeId === ctx.employee.id ? office.by.name : null,
    application: membership && applicationOf(membership, ctx.employee),
    now: ctx.now,
  }
})
