import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { nearerTo } from '@domain/union/nearer'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { recordOf } from '../forum/public'
import { joinedOnOf } from '../identity/public'
import { medianDecision } from './decided'
import { associations, memberships } from './store'
import { applicationOf, presides } from './views'

export const openApplication = handle(union.openApplication, async (ctx, { membershipId }) => {
  const membership = await memberships.require(membershipId, 'UNION_APPLICATION_MISSING')
  const { associationId, employeeId } = membership
  const concerned = employeeId === ctx.employee.id || presides(ctx.employee, associationId)
  // As if there were none: ids can be guessed, and who has applied where is between the two.
  refuse(!concerned, 'UNION_APPLICATION_MISSING')
  // Only who has still to be answered, or was refused, is shown another way.
  const looksOn = membership.state === 'pending' || membership.state === 'refused'
  const [association, all, standings, applicantJoinedOn, medianMs, record] = await Promise.all([
    associations.require(associationId, 'UNION_ASSOCIATION_MISSING'),
    looksOn ? placedAssociations() : [],
    standingsOf(employeeId),
    joinedOnOf(employeeId),
    medianDecision(associationId),
    recordOf(employeeId),
  ])
  const known = standings.map(one => one.associationId)
  const nearer = nearerTo(membership.applicant.site, association, { all, known })
  return {
    nearer: nearer && {
      associationId: nearer._id,
      name: nearer.name,
      site: nearer.site,
      president: nearer.president.name,
      headline: nearer.headline,
    },
    application: applicationOf(membership, ctx.employee),
    associationMembers: association.members,
    joined: standings.filter(({ state }) => state === 'member').length,
    applicantJoinedOn,
    medianMs,
    ...record,
    now: ctx.now,
  }
})

/** A company has dozens of associations. */
const ASSOCIATIONS_MAX = 1_000

/** Where an applicant is a member, or waits to be one. */
const standingsOf = (employeeId: string) =>
  memberships.find({
    where: { employeeId, state: _.in(['member', 'pending']) },
    limit: ASSOCIATIONS_MAX,
    fields: ['associationId', 'state'],
  })

const placedAssociations = () =>
  associations.find({
    where: {},
    orderBy: [['_id', 'asc']],
    limit: ASSOCIATIONS_MAX,
    fields: ['name', 'site', 'category', 'open', 'president', 'headline'],
  })
