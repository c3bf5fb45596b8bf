import { MINUTE_MS } from '@domain/kernel/time'
import type { ApiError } from '@/api'
import { sayClock, sayWhen } from '@/ui/clock/moment'

/** Until when something lasts: today a moment says its clock by itself. */
export function sayUntil(until: number, now: number): string {
  const day = sayWhen(until, now)
  return day.endsWith(sayClock(until)) ? day : `${day} ${sayClock(until)}`
}

type Refused = Pick<ApiError, 'code' | 'message' | 'againAt'>

/** Why something was not published, and from which minute it would be; what was said already is said better in other words. */
export function sayRefusal({ code, message, againAt }: Refused, now: number): string {
  if (againAt === undefined || code === 'FORUM_REPEATED') return message
  return `${message}，${sayUntil(Math.ceil(againAt / MINUTE_MS) * MINUTE_MS, now)} 起可以`
}
