import type { StreakView } from '@domain/growth/contract'
import { daysInRow, nextGift, weekOf } from '@domain/growth/streak'
import { dayOf, type Instant } from '@domain/kernel/time'
import type * as z from 'zod'
import { ruleOf } from '../coin/public'
import { type StreakDocument, streaks } from './store'

export { exportOf, forget } from './ownPart'
export { badgesOfEmployee } from './standing'

/** The caller's days in a row, for whoever reads them along; `streakFrom` makes of the first what is shown. */
export function streakAlong() {
  return streaks.along({ where: {}, ofCaller: '_id', limit: 1 })
}

/** Days in a row and the week, with what is still to come by the rules in force. */
export async function streakFrom(
  streak: StreakDocument | null,
  now: Instant,
): Promise<z.infer<typeof StreakView>> {
  const rule = await ruleOf('growth.checkIn', now)
  const days = daysInRow(streak, now)
  return {
    daysInRow: days,
    longest: streak?.longest ?? 0,
    checkedToday: streak?.lastOn === dayOf(now),
    week: weekOf(streak, now, rule),
    nextGift: nextGift(rule.streak, days),
  }
}
