import type { Instant } from '@domain/kernel/time'
import { sendHeld } from './sending'

/** What the room does by the clock; WeChat gives a function one timer. */
export async function tend(now: Instant): Promise<{ sent: number }> {
  return { sent: await sendHeld(now) }
}
