import { HOUR_MS, type Instant } from '../kernel/time'

/** The longest that a seat is held for somebody who was offered it. */
export const OFFER_LIFE_MS_MAX = 12 * HOUR_MS

/**
 * Until when an offered seat is held: twelve hours, or until the deadline for cancelling, whichever is first. After
 * that deadline a seat that nobody takes would stay empty, so none is offered any more.
 * @returns null when it is too late for an offer
 */
export function offerExpiry(now: Instant, cancelUntil: Instant): Instant | null {
  return now < cancelUntil ? Math.min(now + OFFER_LIFE_MS_MAX, cancelUntil) : null
}
