import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { type Transaction, transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { refundFee } from './fee'
import { dropOffer, endedNotice } from './notices'
import { afterStep, CLOCK, mayStep } from './placeSteps'
import { returnSeats } from './seats'
import { type PlaceDocument, placeIdOf, places, type SessionDocument, sessions } from './store'

interface Ending {
  employeeId: string
  sessionIds: readonly string[]
  because: string
  /** When the person gave them up themselves, by which the deadline counts; null: others ended it. */
  givenUpAt: Instant | null
  now: Instant
  /** Whether they still may not, asked in the transaction that ends each: what was read before may have changed. */
  isDue: (tx: Transaction) => Promise<boolean>
}

/**
 * Ends what somebody has in sessions to come that they may not be in any more, and tells them. The timer offers their seats
 * to those who wait, once all who may not be in it have ended. A fee comes back, unless they gave it up themselves when nobody may any more. Repeating it
 * changes nothing more.
 * @returns how many places have ended
 */
export async function endPlaces(shift: Shift, { sessionIds, ...ending }: Ending): Promise<number> {
  if (sessionIds.length === 0) return 0
  const coming = await sessions.find({
    where: { _id: _.in([...sessionIds]), startsAt: _.gt(ending.now) },
    limit: sessionIds.length,
  })
  let ended = 0
  await eachWhile(shift, coming, async session => {
    const place = await endOne(session, ending)
    if (!place) return
    ended += 1
    if (place.seats === 'due') await returnSeats(place)
  })
  return ended
}

function endOne(
  { _id: sessionId, cancelUntil }: SessionDocument,
  { employeeId, because, givenUpAt, now, isDue }: Omit<Ending, 'sessionIds'>,
): Promise<PlaceDocument | null> {
  const isRefunded = givenUpAt === null || givenUpAt < cancelUntil
  return transaction(async tx => {
    const place = await places.in(tx).get(placeIdOf(sessionId, employeeId))
    if (!place || !mayStep(place, 'part') || !(await isDue(tx))) return null
    const after = afterStep(place, { action: 'part', at: now, by: CLOCK, note: because })
    await places.in(tx).put(isRefunded ? { ...after, paid: 0 } : after)
    const refunded = isRefunded ? await refundFee(tx, place, because, now) : 0
    await dropOffer(tx, place)
    await notify(tx, { _id: ulid(now), ...endedNotice(place, because, refunded), at: now })
    return after
  })
}
