import { momentLabel } from '@domain/booking/wording'
import { dayOf } from '@domain/kernel/time'

/** The two ways to end the sentence. */
interface UntilWords {
  /** After "今天 3:00 前". */
  can: string
  /** Once that has passed. */
  cannot: string
}

/**
 * Until when something can be taken back, before it is taken: "今天 3:00 前可以退出". What is booked late can't be given
 * back at all, and a time that has passed must not be promised. The day is always said: what is taken is of another one.
 */
export function sayUntil(until: number, now: number, { can, cannot }: UntilWords): string {
  const today = dayOf(until) === dayOf(now) ? '今天 ' : ''
  return now < until ? `${today}${momentLabel(until, now)} 前${can}` : cannot
}
