import { refuse } from '../kernel/errors'
import { DAY_MS, dayOf, HOUR_MS, type Instant, startOfDay } from '../kernel/time'

interface Times {
  fromAt: Instant
  untilAt: Instant
}

const CLOSURE_MS_MAX = 92 * DAY_MS
/** How many days from its own a booking may be moved, at most. */
const MOVE_DAYS_MAX = 28
/** Longer than an offer of the queue: whoever is moved has done nothing to expect it. */
const HELD_MS_MAX = 3 * DAY_MS
/** So that an offer that comes at night is read before it is over. */
const HELD_MS_MIN = 12 * HOUR_MS

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

/** The days that a booking of a closed slot may be moved to: four weeks before and after, from today on. */
export function shelterDays(startsAt: Instant, now: Instant): { fromAt: Instant; untilAt: Instant } {
  const midnight = startOfDay(dayOf(startsAt))
  const earliest = Math.max(startOfDay(dayOf(now)), midnight - MOVE_DAYS_MAX * DAY_MS)
  return { fromAt: earliest, untilAt: midnight + (MOVE_DAYS_MAX + 1) * DAY_MS }
}

/**
 * Slots that a booking of a closed one could be moved to, the best first: the nearest day, on it the nearest time of
 * day, and of two that are equally near the later one. By days first, since whoever comes on a Saturday at ten is
 * better off on Sunday at ten than on Friday evening.
 */
export function nearestFirst<T extends { startsAt: Instant }>(startsAt: Instant, slots: readonly T[]): T[] {
  const dayStart = (at: Instant) => startOfDay(dayOf(at))
  const clock = (at: Instant) => at - dayStart(at)
  const distance = (at: Instant): number[] => [
    Math.abs(dayStart(at) - dayStart(startsAt)),
    Math.abs(clock(at) - clock(startsAt)),
    -at,
  ]
  const nearer = (a: Instant, b: Instant) => {
    const [left, right] = [distance(a), distance(b)]
    return left.map((value, index) => value - (right[index] ?? 0)).find(value => value !== 0) ?? 0
  }
  return [...slots].sort((a, b) => nearer(a.startsAt, b.startsAt))
}

/**
 * Until when a seat is held for somebody whom a closure has moved: three days, or until the deadline for giving it up,
 * whichever is first.
 * @returns null when too little of that is left for an answer
 */
export function heldUntil(now: Instant, cancelUntil: Instant): Instant | null {
  return cancelUntil - now >= HELD_MS_MIN ? Math.min(now + HELD_MS_MAX, cancelUntil) : null
}
