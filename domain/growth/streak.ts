import { additionsOf, type StreakRule } from '../coin/inARow'
import { DAY_MS, type Day, dayOf, type Instant, startOfDay, weekdayOf } from '../kernel/time'

/** How somebody's days in a row stand after the last check-in. */
export interface Streak {
  lastOn: Day
  /** Which day in a row the last one was. */
  day: number
  longest: number
  /** All check-ins ever. */
  total: number
  /** The last of them, with what each brought. */
  recent: { on: Day; amount: number }[]
}

/** Enough for the strip of a week. */
const RECENT_KEPT = 7

/** The day before, in UTC+8. */
function dayBefore(on: Day): Day {
  return dayOf(startOfDay(on) - DAY_MS)
}

/** How many days in a row a check-in on that day would make; a missed day begins anew. */
export function dayInRow(streak: Pick<Streak, 'lastOn' | 'day'> | null, on: Day): number {
  return streak && streak.lastOn === dayBefore(on) ? streak.day + 1 : 1
}

/** What a check-in makes of the days before it. */
export function streakAfter(before: Streak | null, on: Day, amount: number): Streak {
  const day = dayInRow(before, on)
  return {
    lastOn: on,
    day,
    longest: Math.max(before?.longest ?? 0, day),
    total: (before?.total ?? 0) + 1,
    recent: [...(before?.recent ?? []), { on, amount }].slice(-RECENT_KEPT),
  }
}

/** How many days in a row stand at an instant: what was not carried on yesterday is over. */
export function daysInRow(streak: Streak | null, now: Instant): number {
  if (!streak) return 0
  const today = dayOf(now)
  return streak.lastOn === today || streak.lastOn === dayBefore(today) ? streak.day : 0
}

/** What a check-in brings in whole coins on a day in a row, before any cap. */
function worthOfDay(base: number, rule: StreakRule | undefined, day: number): number {
  const { extra, gift } = additionsOf(rule, day)
  return base + extra + gift
}

export interface WeekDay {
  on: Day
  /** `ahead` includes today until the check-in. */
  state: 'done' | 'missed' | 'ahead'
  /** What it brought, or will bring if no day is missed until then. */
  amount: number
  gift: boolean
}

/** The seven days of this week, Monday first. */
export function weekOf(
  streak: Streak | null,
  now: Instant,
  { base, streak: rule }: { base: number; streak?: StreakRule },
): WeekDay[] {
  const today = dayOf(now)
  const next = daysInRow(streak, now) + 1
  const first = startOfDay(today) - (weekdayOf(now) - 1) * DAY_MS
  const from = streak?.lastOn === today ? startOfDay(today) + DAY_MS : startOfDay(today)
  return Array.from({ length: 7 }, (_day, place) => {
    const at = first + place * DAY_MS
    const on = dayOf(at)
    const done = streak?.recent.find(day => day.on === on)
    if (done) return { on, state: 'done', amount: done.amount, gift: false }
    if (on < today) return { on, state: 'missed', amount: 0, gift: false }
    const day = next + Math.round((at - from) / DAY_MS)
    return {
      on,
      state: 'ahead',
      amount: worthOfDay(base, rule, day),
      gift: additionsOf(rule, day).gift > 0,
    }
  })
}

/** The next day in a row that brings a gift, after so many days; null: none does. */
export function nextGift(rule: StreakRule | undefined, days: number): { day: number; amount: number } | null {
  if (!rule || rule.gift === 0) return null
  return { day: (Math.floor(days / rule.everyDays) + 1) * rule.everyDays, amount: rule.gift }
}
