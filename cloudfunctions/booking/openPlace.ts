import { booking } from '@domain/booking/contract'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { baseOf } from '../coin/public'
import { termsOf } from './fee'
import { type PlaceDocument, places, type SessionDocument, sessions } from './store'
import { ownPlace, placeView } from './views'

const RANKED_MAX = 500

export const openPlace = handle(booking.openPlace, async (ctx, { placeId }) => {
  const place = await ownPlace(placeId, ctx.employee.id)
  const [session, rank] = await Promise.all([
    sessions.require(place.sessionId, 'BOOKING_SESSION_MISSING'),
    rankOf(place),
  ])
  const { coverFileId, capacity } = session
  const { fee, cancelUntil } = termsOf(place, session)
  return {
    place: placeView(place),
    person: place.person,
    ...{ coverFileId, fee, capacity, rank, cancelUntil },
    ...(await earningsOf(place, session, ctx.now)),
    told: place.told?.what ?? null,
    dismissed: place.told?.answer?.reason ?? null,
    now: ctx.now,
  }
})

/** What coming to a session earns, and what it has earned. One request a minute. */
export async function earningsOf(
  { state, earned }: PlaceDocument,
  { earns }: Pick<SessionDocument, 'earns'>,
  now: Instant,
): Promise<{ earns: number; earned: number | null }> {
  const coins = earns === null ? 0 : await baseOf(earns, now)
  return { earns: coins, earned: state === 'attended' ? (earned ?? null) : null }
}

/** Where a place stands in the queue, the first is 1; null when it does not wait. One request if it does. */
export async function rankOf({ sessionId, state, queueKey }: PlaceDocument): Promise<number | null> {
  if (state !== 'waiting') return null
  const before = await places.find({
    where: { sessionId, state: 'waiting', queueKey: _.lt(queueKey) },
    limit: RANKED_MAX,
    fields: ['_id'],
  })
  return before.length + 1
}
