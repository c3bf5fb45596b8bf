import type { Instant } from '@domain/kernel/time'
import { shardOf } from '@domain/live/presence'
import { _ } from '@platform/cloud'
import { broadcasts, presenceIdOf, presences } from './store'
import { cardFields } from './views'

/** What a wish for a broadcast is judged by. */
export const cardAlong = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1, fields: cardFields }),
})

interface Whose {
  broadcastId: string
  employeeId: string
}

/**
 * Notes whether somebody wants to be called or has given a heart, in the hundredth that they stand in, and since when:
 * repeated it changes nothing. The timer counts. One request.
 */
export async function noteOwn(
  { broadcastId, employeeId }: Whose,
  what: 'wants' | 'hearted',
  { on, now }: { on: boolean; now: Instant },
): Promise<void> {
  const own = `people.${employeeId}` as const
  await presences.updateWhere(
    { _id: presenceIdOf(broadcastId, shardOf(employeeId)), [`${own}.${what}`]: _.neq(on) },
    { [`${own}.${what}`]: on, [`${own}.${what}At`]: now },
  )
}
