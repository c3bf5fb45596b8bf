import { DAY_MS, type Day, startOfDay } from '@domain/kernel/time'
import { decisionMs } from '@domain/union/lateness'
import { _ } from '@platform/cloud'
import { decidedIn } from '@platform/decidedOn'
import { events, foundings, memberships } from './store'

const DECIDED_MAX = 1_000

/** What was decided on a day and since when it had waited, and which associations were joined. Three requests at once. */
export async function decidedOn(on: Day) {
  const from = startOfDay(on)
  const to = from + DAY_MS
  const [joined, founded, agreed] = await Promise.all([
    memberships.find({
      where: { answeredAt: _.gte(from).and(_.lt(to)) },
      limit: DECIDED_MAX,
      fields: ['associationName', 'answeredAt', 'state', 'trail'],
    }),
    decidedIn(foundings, on, {
      at: 'decidedAt',
      fields: ['createdAt', 'decidedAt', 'approval'],
      // What its applicant takes back ends as well, and nobody has decided it.
      since: ({ createdAt, approval }) => (approval.state === 'withdrawn' ? null : createdAt),
      until: ({ decidedAt }) => decidedAt,
    }),
    decidedIn(events, on, {
      at: 'decidedAt',
      fields: ['proposedAt', 'decidedAt'],
      since: ({ proposedAt }) => proposedAt ?? null,
      until: ({ decidedAt }) => decidedAt,
    }),
  ])
  const admitted = joined.flatMap(({ answeredAt, trail }) => {
    const waited = decisionMs(trail)
    return waited === null || !answeredAt ? [] : [{ since: answeredAt - waited, until: answeredAt }]
  })
  return {
    decided: [...admitted, ...founded, ...agreed],
    joined: joined.flatMap(({ state, associationName }) => (state === 'member' ? [associationName] : [])),
  }
}
