import { medianDecisionMs } from '@domain/union/lateness'
import { _ } from '@platform/cloud'
import { memberships } from './store'

const LAST_DECISIONS = 50

/** How long the last decisions of an association took, in the middle; null before the first. One request. */
export async function medianDecision(associationId: string): Promise<number | null> {
  const decided = await memberships.find({
    where: { associationId, decidedKey: _.gt('') },
    orderBy: [['decidedKey', 'desc']],
    limit: LAST_DECISIONS,
    fields: ['trail'],
  })
  return medianDecisionMs(decided.map(({ trail }) => trail))
}
