import { scopesOf } from '@domain/access/roles'
import { Refusal } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { DECISION_DUE_MS } from '@domain/union/lateness'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { medianDecision } from './decided'
import { eventsAhead } from './eventReading'
import { associations, memberships } from './store'

const ASSOCIATIONS_MAX = 1_000
/** More than an association has. */
const PENDING_MAX = 1_000
/** As many as the inbox lists at once. */
const LATE_MAX = 50

export const openPresidency = handle(union.openPresidency, async (ctx, { associationId }) => {
  const scopes = scopesOf(ctx.employee.grants, 'union.applications.decide')
  const own = await associations.find({
    // Of all of them the index of names is read from its beginning.
    ...(scopes === null
      ? { where: { name: _.gt('') }, orderBy: [['name', 'asc']] }
      : { where: { _id: _.in(scopes) } }),
    limit: ASSOCIATIONS_MAX,
  })
  const shown = associationId === undefined ? own[0] : own.find(({ _id }) => _id === associationId)
  if (!shown) throw new Refusal('UNION_ASSOCIATION_MISSING')
  const [pending, medianMs, events] = await Promise.all([
    memberships.find({
      where: { state: 'pending', associationId: shown._id },
      orderBy: [['appliedAt', 'asc']],
      limit: PENDING_MAX,
      fields: ['applicant', 'appliedAt'],
    }),
    medianDecision(shown._id),
    eventsAhead(shown._id, ctx.now, ctx.employee),
  ])
  const late = pending.filter(({ appliedAt }) => ctx.now - appliedAt >= DECISION_DUE_MS)
  const { _id, name, members, open, office } = shown
  return {
    associations: own.map(each => ({ associationId: each._id, name: each.name })),
    association: { associationId: _id, name, members, open, offeredTo: office?.to.name ?? null },
    pending: pending.length,
    lateCount: late.length,
    late: late
      .slice(0, LATE_MAX)
      .map(each => ({ membershipId: each._id, person: each.applicant, appliedAt: each.appliedAt })),
    medianMs,
    events,
    now: ctx.now,
  }
})
