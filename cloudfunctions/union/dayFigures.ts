import { sortKey } from '@domain/kernel/paging'
import { DAY_MS, type Day, startOfDay } from '@domain/kernel/time'
import type { DecidedSpan } from '@domain/stats/figures'
import { _ } from '@platform/cloud'
import { events, foundings, memberships } from './store'

const DECIDED_MAX = 1_000

/** What was decided on a day, and since when it had waited; which associations were joined. Three requests at once. */
export async function decidedOn(on: Day) {
  const from = startOfDay(on)
  const to = from + DAY_MS
  const [applied, founded, planned] = await Promise.all([
    memberships.find({
      where: { decidedKey: _.gte(sortKey(from, '')).and(_.lt(sortKey(to, ''))) },
      orderBy: [['decidedKey', 'desc']],
      limit: DECIDED_MAX,
      fields: ['associationName', 'appliedAt', 'decidedKey', 'state'],
    }),
    foundings.find({
      where: { decidedAt: _.gte(from).and(_.lt(to)) },
      limit: DECIDED_MAX,
      fields: ['createdAt', 'decidedAt', 'approval'],
    }),
    events.find({
      where: { 'approval.since': _.gte(from).and(_.lt(to)) },
      limit: DECIDED_MAX,
      fields: ['proposedAt', 'approval'],
    }),
  ])
  const decided: DecidedSpan[] = [
    ...applied.map(({ appliedAt, decidedKey }) => ({
      since: appliedAt,
      until: Number.parseFloat(decidedKey ?? '0'),
    })),
    ...founded.flatMap(({ createdAt, decidedAt, approval }) =>
      decidedAt !== null && isDecided(approval.state) ? [{ since: createdAt, until: decidedAt }] : [],
    ),
    ...planned.flatMap(({ proposedAt, approval }) =>
      proposedAt !== undefined && approval && isDecided(approval.state)
        ? [{ since: proposedAt, until: approval.since }]
        : [],
    ),
  ]
  return {
    decided,
    joined: applied.flatMap(({ state, associationName }) => (state === 'member' ? [associationName] : [])),
  }
}

/** Whether somebody said yes or no; what was taken back or lapsed was not decided. */
const isDecided = (state: string) => state === 'approved' || state === 'refused'
