import { absentFrom } from '@domain/booking/checkIn'
import { isDeposited } from '@domain/booking/facility'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, keepHouse, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { allot } from './allot'
import { closeSlots } from './closeSlots'
import { missedNotice as missedDeposit } from './facilityNotices'
import { followLessons } from './followLessons'
import { endQueues } from './lapse'
import { dropOffer, expiryNotice, missedNotice } from './notices'
import { partFromLeavers } from './parting'
import { afterStep, CLOCK, mayStep } from './placeSteps'
import { removeOverQuotas } from './quota'
import { remind } from './remind'
import { finishReturning, forgetReturned, returnSeats, settleReservations } from './seats'
import { spread } from './spread'
import { places, sessions } from './store'
import { tallyOf } from './tally'

/** What one run does at most of each kind; the next minute goes on where this one stopped. */
const STEPS_MAX = 100

/** The function lives twenty seconds: a closure of a hundred booked hours is carried through in one or two runs. */
const SHIFT_MS = 14_000

/** Everything that time does to bookings. */
export function tend(now: Instant) {
  const freed = new Set<string>()
  const freeing =
    (job: (now: Instant, shift: Shift) => Promise<string[]>) => async (_now: Instant, shift: Shift) => {
      const sessionIds = await job(now, shift)
      for (const sessionId of sessionIds) freed.add(sessionId)
      return sessionIds.length
    }
  return keepHouse(
    'booking',
    {
      settled: freeing(settleReservations),
      returned: freeing(finishReturning),
      forgotten: forgetReturned,
      parted: freeing(partFromLeavers),
      lapsed: endQueues,
      expired: freeing(expireOffers),
      offered: (_now, shift) => offerOn(freed, now, shift),
      closed: closeSlots,
      taught: followLessons,
      followed: spread,
      reminded: remind,
      absent: close,
      uncounted: removeOverQuotas,
    },
    now,
    { shiftMs: SHIFT_MS },
  )
}

/** @returns the sessions whose seats came free, once for each offer */
async function expireOffers(now: Instant, shift: Shift): Promise<string[]> {
  const over = await places.find({
    where: { state: 'offered', offerExpiresAt: _.lte(now) },
    orderBy: [['offerExpiresAt', 'asc']],
    limit: STEPS_MAX,
  })
  const freed: string[] = []
  await eachWhile(shift, over, async ({ _id }) => {
    const place = await transaction(async tx => {
      const current = await places.in(tx).get(_id)
      const isOver = (current?.offerExpiresAt ?? Number.POSITIVE_INFINITY) <= now
      if (!current || !isOver || !mayStep(current, 'expire')) return null
      const after = afterStep(current, { action: 'expire', at: now, by: CLOCK, note: null })
      await places.in(tx).put(after)
      await dropOffer(tx, current)
      await notify(tx, { _id: ulid(now), ...expiryNotice(after, current.offerExpiresAt ?? now), at: now })
      return after
    })
    if (!place) return
    freed.push(place.sessionId)
    await returnSeats(place)
  })
  return freed
}

/** Every session where somebody may wait is looked at in turn, the longest unasked first: none keeps others waiting. */
async function offerOn(freed: ReadonlySet<string>, now: Instant, shift: Shift): Promise<number> {
  const queueing = await sessions.find({
    where: { state: 'open', queueing: true },
    orderBy: [['askedAt', 'asc']],
    limit: STEPS_MAX,
    fields: ['_id'],
  })
  let offers = 0
  const asked: string[] = []
  try {
    await eachWhile(shift, [...new Set([...freed, ...queueing.map(({ _id }) => _id)])], async id => {
      asked.push(id)
      offers += await allot(id)
    })
  } finally {
    if (asked.length > 0) await sessions.updateWhere({ _id: _.in(asked) }, { askedAt: now })
  }
  return offers
}

/** Whoever did not come is recorded when no late scan can arrive any more. */
async function close(now: Instant, shift: Shift): Promise<number> {
  const over = await sessions.find({
    where: { state: 'open', endsAt: _.lte(now) },
    orderBy: [['endsAt', 'asc']],
    limit: STEPS_MAX,
    fields: ['_id', 'kind', 'endsAt'],
  })
  let absent = 0
  const due = over.filter(session => absentFrom(session) <= now)
  await eachWhile(shift, due, async ({ _id: sessionId, kind }) => {
    const missing = await places.find({ where: { sessionId, state: 'confirmed' }, limit: STEPS_MAX })
    const done = await eachWhile(shift, missing, async ({ _id }) => {
      if (await miss(_id, now)) absent += 1
    })
    if (done < missing.length || missing.length === STEPS_MAX) return
    const tally = kind !== 'event' ? { tally: await tallyOf(sessionId) } : {}
    await sessions.updateWhere({ _id: sessionId }, { state: 'closed', ...tally })
  })
  return absent
}

function miss(placeId: string, now: Instant): Promise<boolean> {
  return transaction(async tx => {
    const place = await places.in(tx).get(placeId)
    if (place?.state !== 'confirmed') return false
    await places.in(tx).put(afterStep(place, { action: 'miss', at: now, by: CLOCK, note: null }))
    const notice = isDeposited(place)
      ? missedDeposit(place)
      : place.kind === 'event'
        ? missedNotice(place)
        : null
    if (notice) await notify(tx, { _id: ulid(now), ...notice, at: now })
    return true
  })
}
