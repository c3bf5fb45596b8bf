import type { Sight } from '@platform/sight'
import { type Presence, type PresenceDocument, presences } from './store'

/** Of those who are kept together the reader alone, as the database finds them. */
const asOwn: Sight = reader => ({
  own: { $filter: { input: { $objectToArray: '$people' }, as: 'one', cond: { $eq: ['$$one.k', reader] } } },
})

/** What the caller has done with a broadcast, for a screen that reads it along. */
export const ownAlong = (broadcastId: string) =>
  presences.along({
    where: {},
    matching: { field: '_id', value: { $concat: [`${broadcastId}.`, { $substrBytes: ['$_id', 6, 2] }] } },
    limit: 1,
    sight: asOwn,
  })

/** The same beside each broadcast that is read along. */
export const ownBeside = () =>
  presences.along({
    where: {},
    matching: { field: '_id', value: { $concat: ['$_id', '.', { $substrBytes: ['$$caller', 6, 2] }] } },
    limit: 1,
    sight: asOwn,
  })

/** What was found of the caller; nothing yet is nothing. */
export function ownIn([shard]: readonly PresenceDocument[]): Presence {
  const { own = [] } = (shard ?? {}) as { own?: { v: Presence }[] }
  return own[0]?.v ?? {}
}
