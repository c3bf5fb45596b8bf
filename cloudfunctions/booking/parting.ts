import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { hasParted, leaversIn } from '../identity/public'
import { refundFee } from './fee'
import { closeOffer } from './notices'
import { afterStep, CLOCK, mayStep } from './placeSteps'
import { returnSeats } from './seats'
import { type PlaceDocument, places } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const LEAVERS_MAX = 20
const PLACES_MAX = 100
const BECAUSE = '离职'

/**
 * Hands on what those who have left the company still hold in what is to come: seats go back, a place in the queue goes
 * to the next. A leaver is done once a run finds nothing, so that a command that was still on its way is caught too.
 * @returns the sessions of the places that were given up, once for each
 */
export async function partFromLeavers(now: Instant, shift: Shift): Promise<string[]> {
  const given: string[] = []
  await eachWhile(shift, await leaversIn('booking', LEAVERS_MAX), async employeeId => {
    const held = await places.find({
      where: { employeeId, state: _.in(['confirmed', 'waiting', 'offered']), endsAt: _.gt(now) },
      limit: PLACES_MAX,
      fields: ['_id'],
    })
    await eachWhile(shift, held, async ({ _id }) => {
      const place = await giveUp(_id, now)
      if (!place) return
      given.push(place.sessionId)
      if (place.seats === 'due') await returnSeats(place)
    })
    if (held.length === 0) await hasParted('booking', employeeId)
  })
  return given
}

function giveUp(placeId: string, now: Instant): Promise<PlaceDocument | null> {
  return transaction(async tx => {
    const place = await places.in(tx).get(placeId)
    if (!place || !mayStep(place, 'part')) return null
    const after = afterStep(place, { action: 'part', at: now, by: CLOCK, note: BECAUSE })
    await places.in(tx).put({ ...after, paid: 0 })
    await refundFee(tx, place, BECAUSE, now)
    await closeOffer(tx, place, 'over')
    return after
  })
}
