import { sortKey } from '@domain/kernel/paging'
import { DAY_MS, type Day, MINUTE_MS, startOfDay } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { foundings, memberships } from './store'

const DECIDED_MAX = 1_000

/** What was decided on a day and how long it took, and which associations were joined. Two requests. */
export async function decidedOn(on: Day) {
  const from = startOfDay(on)
  const to = from + DAY_MS
  const [joined, founded] = await Promise.all([
    memberships.find({
      where: { decidedKey: _.gte(sortKey(from, '')).and(_.lt(sortKey(to, ''))) },
      orderBy: [['decidedKey', 'desc']],
      limit: DECIDED_MAX,
      fields: ['associationName', 'appliedAt', 'decidedKey', 'state'],
    }),
    foundings.find({
      where: { decidedAt: _.gte(from).and(_.lt(to)) },
      limit: DECIDED_MAX,
      fields: ['createdAt', 'decidedAt'],
    }),
  ])
  const minutes = [
    ...joined.map(({ appliedAt, decidedKey }) => Number.parseFloat(decidedKey ?? '0') - appliedAt),
    ...founded.map(({ createdAt, decidedAt }) => (decidedAt ?? createdAt) - createdAt),
  ].map(durationMs => Math.max(0, Math.round(durationMs / MINUTE_MS)))
  return {
    minutes,
    joined: joined.flatMap(({ state, associationName }) => (state === 'member' ? [associationName] : [])),
  }
}
