import { isUpcoming } from '@domain/booking/bookingRules'
import { countsInWeek } from '@domain/booking/facility'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS, type Day, type Instant, startOfDay } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import { places, quotas } from './store'

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
 * @throws Refusal BOOKING_QUOTA_FULL, of a week BOOKING_WEEK_FULL
 */
export async function countBooking(
  tx: Transaction,
  { subjectId, employeeId, placeId, max, besides, queues = false, week, now }: Booking,
): Promise<{ isFirst: boolean }> {
  const _id = quotaIdOf(week === undefined ? subjectId : `${subjectId}:${week}`, employeeId)
  const quota = await quotas.in(tx).get(_id)
  const counting: string[] = []
  for (const earlier of quota?.placeIds ?? []) {
    if (earlier === placeId || earlier === besides) continue
    const place = await places.in(tx).get(earlier)
    const counts = place && (week === undefined ? isUpcoming(place, now) : countsInWeek(place))
    if (counts) counting.push(earlier)
  }
  refuse(counting.length >= max, week === undefined ? 'BOOKING_QUOTA_FULL' : 'BOOKING_WEEK_FULL')
  const forgetAt = week === undefined ? now + AHEAD_MS : startOfDay(week) + WEEK_MS
  const isFirst = quota?.first ?? false
  const first = isFirst && !queues
  await quotas.in(tx).put({ _id, employeeId, placeIds: [...counting, placeId], first, forgetAt })
  return { isFirst }
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
