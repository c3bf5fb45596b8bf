import { DAY_MS, HOUR_MS, type Instant } from '../kernel/time'
import type { PlaceState } from './place'
import type { SessionKind } from './views'

/** How long before its start a session lets people in. */
export const DOORS_OPEN_MS = HOUR_MS
/** How long after its end scans that were queued off line still count. */
export const RECONCILED_MS = 12 * HOUR_MS
/** How long after its end whoever runs an event may still write down that somebody was there. */
export const CORRECTED_MS = 7 * DAY_MS

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

/**
 * What the poster that a person scans themselves is worth: while the door is open it lets in; handed in afterwards it only
 * says that they were there, and whoever runs the event confirms it, since nobody saw when it was scanned. Null: nothing.
 */
export function ownScanIs(times: Times, scannedAt: Instant, now: Instant): 'entry' | 'claim' | null {
  if (isDoorOpen(times, now)) return 'entry'
  return mayCorrect(times, now) && isDoorOpen(times, attendedAt(times, scannedAt, now)) ? 'claim' : null
}

/** Whether it may still be written down that somebody was at an event whom nobody scanned. */
export function mayCorrect({ endsAt }: Pick<Times, 'endsAt'>, now: Instant): boolean {
  return endsAt <= now && now < endsAt + CORRECTED_MS
}

/**
 * Whom a host looks for first: those who are to come; once it is over those who were not let in, as long as that can still
 * be corrected; then those who came.
 */
export function firstLooked(times: Times, now: Instant): 'confirmed' | 'absent' | 'attended' {
  if (now < absentFrom(times)) return 'confirmed'
  return mayCorrect(times, now) ? 'absent' : 'attended'
}

/** What somebody with a seat may tell the president: that they cannot come after all, or that they were there. */
export const tellings = ['cannot', 'came'] as const
export type Telling = (typeof tellings)[number]

/** What somebody with a seat has said of it, and what whoever runs the event has answered. */
interface Claimed {
  state: PlaceState
  told?: { what: Telling; answer?: object }
}

/** Whether somebody says that they were there, nobody has let them in, and nobody has answered. */
export function isClaim({ state, told }: Claimed): boolean {
  return told?.what === 'came' && told.answer === undefined && (state === 'confirmed' || state === 'absent')
}

/**
 * Who may answer what somebody says of an event: whoever runs it, and of their own another of those. Null: nobody, for it
 * says nothing, is answered or can't be corrected any more.
 * @param own whose word the reader may not take: see `namesOfActing`
 */
export function answererOf(
  place: Claimed & { employeeId: string },
  session: { kind: SessionKind; endsAt: Instant },
  { own, now }: { own: readonly string[]; now: Instant },
): 'host' | 'another' | null {
  if (session.kind !== 'event' || !isClaim(place) || !mayCorrect(session, now)) return null
  return own.includes(place.employeeId) ? 'another' : 'host'
}

interface Held extends Pick<Times, 'endsAt'> {
  state: PlaceState
  cancelUntil: Instant
}

/** What there is to tell of a seat at an event; null: nothing, or it can still be given up. */
export function whatToTell({ state, cancelUntil, endsAt }: Held, now: Instant): Telling | null {
  if (state !== 'confirmed' && state !== 'absent') return null
  if (mayCorrect({ endsAt }, now)) return 'came'
  return state === 'confirmed' && cancelUntil <= now && now < endsAt ? 'cannot' : null
}
