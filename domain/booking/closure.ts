import { refuse } from '../kernel/errors'
import { DAY_MS, dayOf, type Instant, startOfDay } from '../kernel/time'

interface Times {
  fromAt: Instant
  untilAt: Instant
}

const CLOSURE_MS_MAX = 92 * DAY_MS
/** How many weeks later at the same hour a booking may be moved to, at most. */
const WEEKS_LATER_MAX = 4
/** Longer than an offer of the queue: whoever is moved has done nothing to expect it. */
const HELD_MS_MAX = 3 * DAY_MS

/** @throws Refusal BOOKING_TIMES_WRONG with the fields that don't fit */
export function assertClosureTimes({ fromAt, untilAt }: Times, now: Instant): void {
  const wrong: [boolean, string][] = [
    [fromAt < startOfDay(dayOf(now)), 'fromAt'],
    [untilAt <= Math.max(fromAt, now) || untilAt - fromAt > CLOSURE_MS_MAX, 'untilAt'],
  ]
  const fields = wrong.flatMap(([isWrong, field]) => (isWrong ? [field] : []))
  refuse(fields.length > 0, 'BOOKING_TIMES_WRONG', fields)
}

/** Whether a session takes place in the time of a closure and has not begun: those who are there are not sent away. */
export function isClosedBy(
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  { fromAt, untilAt }: Times,
  now: Instant,
): boolean {
  return fromAt < endsAt && startsAt < untilAt && now < startsAt
}

/** When a booking of a closed slot could be instead: the same weekday and hour of the next weeks, the nearest first. */
export function laterWeeks(startsAt: Instant): Instant[] {
  return Array.from({ length: WEEKS_LATER_MAX }, (_, index) => startsAt + (index + 1) * 7 * DAY_MS)
}

/**
 * Until when a seat is held for somebody whom a closure has moved: three days, or until the deadline for giving it up,
 * whichever is first.
 * @returns null when that deadline has passed
 */
export function heldUntil(now: Instant, cancelUntil: Instant): Instant | null {
  return now < cancelUntil ? Math.min(now + HELD_MS_MAX, cancelUntil) : null
}
