import { DAY_MS, dayOf, HOUR_MS, type Instant, startOfDay } from '../kernel/time'
import type { TemplateName } from './kinds'

/** From nine in the evening until seven in the morning no phone buzzes, unless its owner wants it to; the inbox goes on. */
export const QUIET_FROM_HOUR = 21
export const QUIET_TO_HOUR = 7

/** What would be worth nothing in the morning: an offered seat goes to the next person. */
const URGENT: readonly TemplateName[] = ['seatOffered']

/** Until when a message waits that would go out now, where its reader sleeps; null: it goes out. */
export function heldUntil(template: TemplateName, now: Instant): Instant | null {
  if (URGENT.includes(template)) return null
  const midnight = startOfDay(dayOf(now))
  const morning = midnight + QUIET_TO_HOUR * HOUR_MS
  if (now < morning) return morning
  return now >= midnight + QUIET_FROM_HOUR * HOUR_MS ? morning + DAY_MS : null
}
