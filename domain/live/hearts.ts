import type { Instant } from '../kernel/time'

/** How many hearts a broadcast had when the timer last counted. */
export interface Hearts {
  counted: number
  at: Instant
}

/** Whether somebody has given a heart, and since when that is so or not; 0: they never did anything. */
export interface OwnHeart {
  on: boolean
  since: Instant
}

/** The count with what one person has done since: their own heart shows at once and is counted once. */
export function heartsWith({ counted, at }: Hearts, { on, since }: OwnHeart): number {
  const wasIn = since > 0 && (since <= at ? on : !on)
  return Math.max(0, counted - (wasIn ? 1 : 0)) + (on ? 1 : 0)
}
