import { HOUR_MS, type Instant } from '../kernel/time'

/** How long before its start a session lets people in. */
export const DOORS_OPEN_MS = HOUR_MS
/** How long after its end scans that were queued off line still count. */
export const RECONCILED_MS = 12 * HOUR_MS

interface Times {
  startsAt: Instant
  endsAt: Instant
}

/** From when on a session lets people in. */
export function doorsOpenAt({ startsAt }: Pick<Times, 'startsAt'>): Instant {
  return startsAt - DOORS_OPEN_MS
}

/** Whether somebody may be let in at an instant, also when it is told later. */
export function isDoorOpen(times: Times, at: Instant): boolean {
  return doorsOpenAt(times) <= at && at < times.endsAt
}

/**
 * Whether a scan counts, by itself: made while the door was open, as far as its phone's clock can be believed, and
 * handed in before those who did not come are recorded.
 */
export function countsAsScan(times: Times, scannedAt: Instant, now: Instant): boolean {
  return now < absentFrom(times) && isDoorOpen(times, attendedAt(times, scannedAt, now))
}

/** From when on those who did not come are recorded as absent. */
export function absentFrom({ endsAt }: Pick<Times, 'endsAt'>): Instant {
  return endsAt + RECONCILED_MS
}

/** When somebody was scanned, by a phone whose clock may be wrong: never later than now, never before the doors opened. */
export function attendedAt(times: Times, scannedAt: Instant, now: Instant): Instant {
  return Math.min(now, Math.max(scannedAt, doorsOpenAt(times)))
}
