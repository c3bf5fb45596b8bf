import { associationTermsOf } from '@domain/union/associationTerms'
import { union } from '@domain/union/contract'
import type { MembershipState } from '@domain/union/membership'
import { handle } from '@platform/context'
import { shownAmong } from '../identity/public'
import { eventsOfWeek } from './eventReading'
import { associations, memberships } from './store'
import { cardOf } from './views'

/** A company has dozens of associations and a person is in a few: both are read whole and filtered here. */
const ASSOCIATIONS_MAX = 1_000
const MEMBERSHIPS_MAX = 200

const MINE: readonly (MembershipState | null)[] = ['pending', 'member']

export const listAssociations = handle(union.listAssociations, async (ctx, { site, category, mine }) => {
  const [all, own, week] = await Promise.all([
    associations.find({ where: {}, orderBy: [['_id', 'asc']], limit: ASSOCIATIONS_MAX }),
    memberships.find({
      where: { employeeId: ctx.employee.id },
      orderBy: [['appliedKey', 'desc']],
      limit: MEMBERSHIPS_MAX,
      fields: ['associationId', 'state'],
    }),
    eventsOfWeek(ctx.now, ctx.employee),
  ])
  const states = new Map(own.map(({ associationId, state }) => [associationId, state]))
  const shown = await shownAmong(all.map(({ president }) => president))
  const cards = all.map(association => ({
    ...cardOf(association, ctx.employee, states.get(association._id) ?? null),
    president: shown(association.president),
  }))
  return {
    associations: cards
      .filter(
        card =>
          (site === undefined || card.site === site) &&
          (category === undefined || card.category === category) &&
          (!mine || card.presiding || MINE.includes(card.mine)),
      )
      .map(card => ({ ...card, terms: associationTermsOf(card.name) })),
    sites: [...new Set(all.map(association => association.site))],
    total: all.length,
    week,
    now: ctx.now,
  }
})
