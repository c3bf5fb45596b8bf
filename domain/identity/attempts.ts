import { HOUR_MS, type Instant } from '../kernel/time'

/** How often somebody may try to prove who they are, for one WeChat account and for one employee number each. */
export const ATTEMPTS_MAX = 5
export const ATTEMPTS_WINDOW_MS = HOUR_MS

export interface Attempt {
  at: Instant
  /** The command that tried; a retry of it is the same attempt. */
  by: string
}

/**
 * The attempts that count after one more, or null when the window of an hour is full. The window rolls: an attempt
 * counts for exactly an hour. A refused attempt is not counted, so that waiting always helps.
 */
export function countAttempt(earlier: readonly Attempt[], attempt: Attempt): Attempt[] | null {
  const recent = earlier.filter(({ at }) => at > attempt.at - ATTEMPTS_WINDOW_MS)
  if (recent.some(({ by }) => by === attempt.by)) return recent
  return recent.length < ATTEMPTS_MAX ? [...recent, attempt] : null
}

/** From when an attempt would count again in a window that is full: the oldest of its hour has left it by then. */
export function attemptAgainAt(earlier: readonly Attempt[], at: Instant): Instant {
  const recent = earlier.filter(attempt => attempt.at > at - ATTEMPTS_WINDOW_MS)
  return Math.min(...recent.map(attempt => attempt.at)) + ATTEMPTS_WINDOW_MS
}
