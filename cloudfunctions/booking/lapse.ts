import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { unseatedNotice } from './notices'
import { afterStep, CLOCK, mayStep } from './placeSteps'
import { places, sessions } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const SESSIONS_MAX = 50
const PLACES_MAX = 100
/** Longer than an execution lives that announced itself before the queue was over and writes its place after. */
const LATECOMERS_MS = 2 * MINUTE_MS

/**
 * Ends the queues that nobody can be offered a seat from any more, and tells those who still stand in them: nobody
 * waits for what cannot come.
 * @returns how many were told
 */
export async function endQueues(now: Instant, shift: Shift): Promise<number> {
  const over = await sessions.find({
    where: { state: 'open', queueing: true, cancelUntil: _.lte(now) },
    orderBy: [['cancelUntil', 'asc']],
    limit: SESSIONS_MAX,
    fields: ['_id', 'queuedAt'],
  })
  let told = 0
  await eachWhile(shift, over, async ({ _id: sessionId }) => {
    const waiting = await places.find({
      where: { sessionId, state: 'waiting' },
      limit: PLACES_MAX,
      fields: ['_id'],
    })
    await eachWhile(shift, waiting, async ({ _id }) => {
      if (await lapse(_id, now)) told += 1
    })
    if (waiting.length === 0)
      await sessions.updateWhere(
        { _id: sessionId, queueing: true, queuedAt: _.lt(now - LATECOMERS_MS) },
        { queueing: false },
      )
  })
  return told
}

/** @returns false where the person has left the queue, or been offered a seat, meanwhile */
function lapse(placeId: string, now: Instant): Promise<boolean> {
  return transaction(async tx => {
    const place = await places.in(tx).get(placeId)
    if (!place || !mayStep(place, 'lapse')) return false
    const after = afterStep(place, { action: 'lapse', at: now, by: CLOCK, note: null })
    await places.in(tx).put(after)
    await notify(tx, { _id: ulid(now), ...unseatedNotice(after), at: now })
    return true
  })
}
