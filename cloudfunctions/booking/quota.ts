import { isUpcoming } from '@domain/booking/bookingRules'
import { countsInWeek } from '@domain/booking/facility'
import { isOneTooMany } from '@domain/booking/ownPlans'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS, type Day, dayOf, type Instant, startOfDay } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import { type PlaceDocument, places, quotas } from './store'

/** Further ahead than anything can be booked. */
const AHEAD_MS = 366 * DAY_MS
const WEEK_MS = 7 * DAY_MS

interface Booking {
  subjectId: string
  employeeId: string
  placeId: string
  /** How many that count one may hold, this one included. */
  max: number
  /** A place that is given up in the same transaction. */
  besides?: string
  /** Whether the person queues with it, and so uses what a closure has promised for that; absent: they have a seat. */
  queues?: boolean
  /** When it is, where no other of those that count may be at the same time. */
  span?: Pick<PlaceDocument, 'startsAt' | 'endsAt'>
  /** Which week's bookings are counted; absent: those that are still ahead. */
  week?: Day
  now: Instant
}

/**
 * Counts one more booking of a person among those of a subject, inside the caller's transaction. The document is the
 * person's own, so that two bookings at once cannot both be the last one allowed; whether an earlier one still counts
 * says its own place, so that nothing has to be taken back when it ends. The promise of the next queue stays until the
 * person queues. Two requests and one for each earlier booking.
 * @returns whether a closure has put the person first in the next queue
 * @throws Refusal BOOKING_QUOTA_FULL, of a week BOOKING_WEEK_FULL; BOOKING_AT_ONCE
 */
export async function countBooking(
  tx: Transaction,
  { subjectId, employeeId, placeId, max, besides, queues = false, span, week, now }: Booking,
): Promise<{ isFirst: boolean }> {
  const _id = quotaIdOf(week === undefined ? subjectId : `${subjectId}:${week}`, employeeId)
  const quota = await quotas.in(tx).get(_id)
  const earlier = (quota?.placeIds ?? []).filter(id => id !== placeId && id !== besides)
  const counting = await stillThere(tx, earlier, place =>
    week === undefined ? isUpcoming(place, now) : countsInWeek(place),
  )
  refuse(counting.length >= max, week === undefined ? 'BOOKING_QUOTA_FULL' : 'BOOKING_WEEK_FULL')
  refuse(span !== undefined && isOneTooMany(counting, span, 1), 'BOOKING_AT_ONCE')
  const forgetAt = week === undefined ? now + AHEAD_MS : startOfDay(week) + WEEK_MS
  const isFirst = quota?.first ?? false
  const first = isFirst && !queues
  await quotas.in(tx).put({ _id, employeeId, placeIds: [...idsOf(counting), placeId], first, forgetAt })
  return { isFirst }
}

interface AtOnce {
  facilityId: string
  employeeId: string
  placeId: string
  /** When the booking begins and ends. */
  span: Pick<PlaceDocument, 'startsAt' | 'endsAt'>
  max: number
}

/**
 * Counts one more booking among those of a day in one gym or venue, inside the caller's transaction: nobody is on two
 * courts at once, also where both are asked for at once. Two requests and one for each earlier booking of the day.
 * @throws Refusal BOOKING_AT_ONCE
 */
export async function countAtOnce(
  tx: Transaction,
  { facilityId, employeeId, placeId, span, max }: AtOnce,
): Promise<void> {
  const day = dayOf(span.startsAt)
  const _id = quotaIdOf(`${facilityId}@${day}`, employeeId)
  const quota = await quotas.in(tx).get(_id)
  const earlier = (quota?.placeIds ?? []).filter(id => id !== placeId)
  const standing = await stillThere(tx, earlier, countsInWeek)
  refuse(isOneTooMany(standing, span, max), 'BOOKING_AT_ONCE')
  const placeIds = [...idsOf(standing), placeId]
  await quotas.in(tx).put({ _id, employeeId, placeIds, first: false, forgetAt: startOfDay(day) + 2 * DAY_MS })
}

const idsOf = (found: readonly PlaceDocument[]) => found.map(({ _id }) => _id)

/** Those of some places that still count. One request each. */
async function stillThere(
  tx: Transaction,
  ids: readonly string[],
  counts: (place: PlaceDocument) => boolean,
): Promise<PlaceDocument[]> {
  const found: PlaceDocument[] = []
  for (const id of ids) {
    const place = await places.in(tx).get(id)
    if (place && counts(place)) found.push(place)
  }
  return found
}

/** Puts a person first in the next queue of a subject that they join, inside the caller's transaction. Two requests. */
export async function putFirst(
  tx: Transaction,
  { subjectId, employeeId }: { subjectId: string; employeeId: string },
  now: Instant,
): Promise<void> {
  const _id = quotaIdOf(subjectId, employeeId)
  const quota = await quotas.in(tx).get(_id)
  const forgetAt = now + AHEAD_MS
  await quotas.in(tx).put({ _id, employeeId, placeIds: quota?.placeIds ?? [], first: true, forgetAt })
}

/** Forgets what counts nothing any more; a timer calls it. */
export function removeOverQuotas(now: Instant): Promise<number> {
  return quotas.removeWhere({ forgetAt: _.lte(now) })
}

function quotaIdOf(subjectId: string, employeeId: string): string {
  return `${subjectId}:${employeeId}`
}
