import { _ } from '@platform/cloud'
import { places, type SessionDocument } from './store'

const WAITING_MAX = 1_000

/** How many people wait, by session. One request, none where nobody has queued lately. */
export async function waitingIn(found: readonly SessionDocument[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const queueing = found.filter(session => session.queueing && session.state === 'open')
  if (queueing.length === 0) return counts
  const waiting = await places.find({
    where: { sessionId: _.in(queueing.map(({ _id }) => _id)), state: 'waiting' },
    limit: WAITING_MAX,
    fields: ['sessionId', 'party'],
  })
  for (const { sessionId, party } of waiting) counts.set(sessionId, (counts.get(sessionId) ?? 0) + party)
  return counts
}
