import { momentLabel } from '@domain/booking/wording'

/** The two ways to end the sentence. */
interface UntilWords {
  /** After "3:00 前". */
  can: string
  /** Once that has passed. */
  cannot: string
}

/**
 * Until when something can be taken back, before it is taken: "3:00 前可以退出". What is booked late can't be given
 * back at all, and a time that has passed must not be promised.
 */
export function sayUntil(until: number, now: number, { can, cannot }: UntilWords): string {
  return now < until ? `${momentLabel(until, now)} 前${can}` : cannot
}
