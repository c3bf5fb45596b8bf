import { booking } from '@domain/booking/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { type PlaceDocument, places, sessions } from './store'
import { ownPlace, placeView } from './views'

const RANKED_MAX = 500

export const openPlace = handle(booking.openPlace, async (ctx, { placeId }) => {
  const place = await ownPlace(placeId, ctx.employee.id)
  const [session, rank] = await Promise.all([
    sessions.require(place.sessionId, 'BOOKING_SESSION_MISSING'),
    rankOf(place),
  ])
  const { coverFileId, fee, capacity, cancelUntil } = session
  const { person } = place
  const told = place.told?.what ?? null
  return { place: placeView(place), person, coverFileId, fee, capacity, rank, cancelUntil, told, now: ctx.now }
})

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
