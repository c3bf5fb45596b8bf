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
import { missedNotice } from './facilityNotices'
import { followLessons } from './followLessons'
import { endQueues } from './lapse'
import { tellSoon } from './messages'
import { closeOffer, expiryNotice, reminderNotice } from './notices'
import { partFromLeavers } from './parting'
import { afterStep, CLOCK, mayStep } from './placeSteps'
import { removeOverQuotas } from './quota'
import { returnSeats, settleSeats } from './seats'
import { spread } from './spread'
import { type PlaceDocument, places, sessions } from './store'
import { tallyOf } from './tally'

/** What one run does at most of each kind; the next minute goes on where this one stopped. */
const STEPS_MAX = 100
const PLACES_MAX = 1_000

/** The function lives twenty seconds: a closure of a hundred booked hours is carried through in one or two runs. */
const SHIFT_MS = 14_000

/** Everything that time does to bookings. */
export function tend(now: Instant) {
  const freed = new Set<string>()
  return keepHouse(
    'booking',
    {
      settled: async () => {
        const settled = await settleSeats(now)
        for (const sessionId of settled) freed.add(sessionId)
        return settled.length
      },
      parted: async (_now, shift) => {
        const given = await partFromLeavers(now, shift)
        for (const { sessionId } of given) freed.add(sessionId)
        return given.length
      },
      lapsed: endQueues,
      expired: async () => {
        const expired = await expireOffers(now)
        for (const { sessionId } of expired) freed.add(sessionId)
        return expired.length
      },
      offered: (_now, shift) => offerOn(freed, shift),
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

async function expireOffers(now: Instant): Promise<PlaceDocument[]> {
  const over = await places.find({
    where: { state: 'offered', offerExpiresAt: _.lte(now) },
    limit: STEPS_MAX,
  })
  const expired: PlaceDocument[] = []
  for (const { _id } of over) {
    const place = await transaction(async tx => {
      const current = await places.in(tx).get(_id)
      const isOver = (current?.offerExpiresAt ?? Number.POSITIVE_INFINITY) <= now
      if (!current || !isOver || !mayStep(current, 'expire')) return null
      const after = afterStep(current, { action: 'expire', at: now, by: CLOCK, note: null })
      await places.in(tx).put(after)
      await closeOffer(tx, current, 'over')
      await notify(tx, { _id: ulid(now), ...expiryNotice(after), at: now })
      return after
    })
    if (place) expired.push(place)
  }
  for (const place of expired) await returnSeats(place)
  return expired
}

/** Every session where somebody may wait is looked at, the longest unasked first. */
async function offerOn(freed: ReadonlySet<string>, shift: Shift): Promise<number> {
  const queueing = await sessions.find({
    where: { state: 'open', queueing: true },
    orderBy: [['queuedAt', 'asc']],
    limit: STEPS_MAX,
    fields: ['_id'],
  })
  let offers = 0
  await eachWhile(shift, [...new Set([...freed, ...queueing.map(({ _id }) => _id)])], async id => {
    offers += await allot(id)
  })
  return offers
}

async function remind(now: Instant, shift: Shift): Promise<number> {
  const due = await sessions.find({
    where: { state: 'open', remindAt: _.lte(now) },
    limit: STEPS_MAX,
    fields: ['_id', 'remindAt'],
  })
  let reminded = 0
  await eachWhile(shift, due, async ({ _id: sessionId, remindAt }) => {
    const coming = await places.find({ where: { sessionId, state: 'confirmed' }, limit: PLACES_MAX })
    for (const place of coming) reminded += (await remindOne(place, now)) ? 1 : 0
    // Not where it was moved meanwhile, and has another reminder to come.
    await sessions.updateWhere({ _id: sessionId, remindAt }, { remindAt: null })
  })
  return reminded
}

/** The place remembers that it was reminded, so that a run after a crash tells nobody twice. */
async function remindOne({ _id }: PlaceDocument, now: Instant): Promise<boolean> {
  const reminded = await transaction(async tx => {
    const place = await places.in(tx).get(_id)
    if (place?.state !== 'confirmed' || place.reminded) return null
    await places.in(tx).update(_id, { reminded: true })
    await notify(tx, { _id: ulid(now), ...reminderNotice(place), at: now })
    return place
  })
  if (reminded) await tellSoon(reminded)
  return reminded !== null
}

/** Whoever did not come is recorded when no late scan can arrive any more. */
async function close(now: Instant, shift: Shift): Promise<number> {
  const over = await sessions.find({
    where: { state: 'open', endsAt: _.lte(now) },
    limit: STEPS_MAX,
    fields: ['_id', 'kind', 'endsAt'],
  })
  let absent = 0
  const due = over.filter(session => absentFrom(session) <= now)
  await eachWhile(shift, due, async ({ _id: sessionId, kind }) => {
    const missing = await places.find({ where: { sessionId, state: 'confirmed' }, limit: STEPS_MAX })
    for (const { _id } of missing) absent += (await miss(_id, now)) ? 1 : 0
    const tally = kind !== 'event' ? { tally: await tallyOf(sessionId) } : {}
    if (missing.length < STEPS_MAX)
      await sessions.updateWhere({ _id: sessionId }, { state: 'closed', ...tally })
  })
  return absent
}

function miss(placeId: string, now: Instant): Promise<boolean> {
  return transaction(async tx => {
    const place = await places.in(tx).get(placeId)
    if (place?.state !== 'confirmed') return false
    await places.in(tx).put(afterStep(place, { action: 'miss', at: now, by: CLOCK, note: null }))
    if (isDeposited(place)) await notify(tx, { _id: ulid(now), ...missedNotice(place), at: now })
    return true
  })
}
