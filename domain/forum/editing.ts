import { type Instant, MINUTE_MS } from '../kernel/time'

/** How long an author may put right what they have published: long enough for a slip, too short to change a talk. */
export const EDIT_WINDOW_MS = 30 * MINUTE_MS

/** How many minutes an author has left, the begun one counted; never more than there are. */
export function editMinutesLeft(postedAt: Instant, now: Instant): number {
  const left = Math.min(EDIT_WINDOW_MS, postedAt + EDIT_WINDOW_MS - now)
  return Math.max(0, Math.ceil(left / MINUTE_MS))
}

/** Whether a post of `postedAt` may still be changed by its author; the last moment is included. */
export function isEditable(postedAt: Instant, now: Instant): boolean {
  return now - postedAt <= EDIT_WINDOW_MS
}
