import { dayOf, type Instant, MINUTE_MS, startOfDay, weekdayOf } from '../kernel/time'
import type { StreakRule } from './inARow'
import type { EarnReason } from './reasons'

/** A daily window in which some reasons earn a multiple. Minutes since midnight in UTC+8; the end is not included. */
export interface HappyHour {
  fromMinute: number
  toMinute: number
  /** A whole number from 2 to 10. */
  multiplier: number
  reasons: readonly EarnReason[]
  /** ISO weekdays on which it runs, Monday 1. */
  weekdays: readonly number[]
}

export interface EarningRule {
  /** Whole coins before any multiplier. */
  base: number
  /** Whole coins that this reason can earn one person a day, multipliers included. */
  perDayMax: number
  /** Points of experience beside the coins. No Happy Hour multiplies them, and they have a cap of their own. */
  experience: { base: number; perDayMax: number }
  /**
   * Where colleagues give the coins: how many of one colleague's likes count for one author on a day, and on seven days
   * in a row.
   */
  perPair?: { perDayMax: number; perWeekMax: number }
  /** Where days in a row bring more. */
  streak?: StreakRule
}

/** One version of everything that decides an earning. Entries keep the version they were made by. */
export interface CoinRules {
  version: number
  effectiveAt: Instant
  earning: Readonly<Record<EarnReason, EarningRule>>
  happyHours: readonly HappyHour[]
  /** What all together may earn in a quarter: shown as a measure, and stops nobody. */
  quarterBudget?: number
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const TALKING: readonly EarnReason[] = ['forum.post', 'forum.comment']

/**
 * The rules as delivered. The two windows are those of the brief, which measured the day's peaks at 7:00–9:00 and
 * 17:30–19:30 and doubles what taking part earns in them; amounts and caps are the house's own. Nobody takes part by
 * being liked or featured, so that neither is doubled.
 */
export const deliveredRules: CoinRules = {
  version: 1,
  effectiveAt: 0,
  earning: {
    'forum.post': { base: 5, perDayMax: 30, experience: { base: 10, perDayMax: 30 } },
    'forum.comment': { base: 2, perDayMax: 20, experience: { base: 4, perDayMax: 20 } },
    'forum.featured': { base: 50, perDayMax: 100, experience: { base: 50, perDayMax: 100 } },
    'forum.liked': {
      base: 1,
      perDayMax: 20,
      experience: { base: 1, perDayMax: 30 },
      perPair: { perDayMax: 2, perWeekMax: 6 },
    },
    'booking.attended': { base: 20, perDayMax: 40, experience: { base: 20, perDayMax: 40 } },
    'growth.checkIn': {
      base: 3,
      perDayMax: 36,
      experience: { base: 5, perDayMax: 5 },
      streak: { fromDay: 10, extra: 3, everyDays: 14, gift: 30 },
    },
    'live.joined': { base: 10, perDayMax: 20, experience: { base: 10, perDayMax: 20 } },
    // Luck is no experience.
    'live.won': { base: 100, perDayMax: 200, experience: { base: 0, perDayMax: 0 } },
    'careers.hired': { base: 500, perDayMax: 2_000, experience: { base: 50, perDayMax: 200 } },
  },
  happyHours: [
    { fromMinute: 7 * 60, toMinute: 9 * 60, multiplier: 2, reasons: TALKING, weekdays: EVERY_DAY },
    {
      fromMinute: 17 * 60 + 30,
      toMinute: 19 * 60 + 30,
      multiplier: 2,
      reasons: TALKING,
      weekdays: EVERY_DAY,
    },
  ],
}

/** The version in force at an instant: the latest that is effective. */
export function rulesAt(versions: readonly CoinRules[], at: Instant): CoinRules {
  const effective = versions.filter(rules => rules.effectiveAt <= at)
  return effective.reduce(
    (latest, rules) => (rules.version > latest.version ? rules : latest),
    deliveredRules,
  )
}

function covers(hour: HappyHour, at: Instant): boolean {
  const midnight = startOfDay(dayOf(at))
  const from = midnight + hour.fromMinute * MINUTE_MS
  const to = midnight + hour.toMinute * MINUTE_MS
  return hour.weekdays.includes(weekdayOf(at)) && from <= at && at < to
}

/**
 * The Happy Hour that counts for a reason at an instant, or null. Overlapping ones do not stack: the best counts.
 * The start is included, the end is not.
 */
export function happyHourAt(hours: readonly HappyHour[], reason: EarnReason, at: Instant): HappyHour | null {
  const running = hours.filter(hour => hour.reasons.includes(reason) && covers(hour, at))
  return running.reduce<HappyHour | null>(
    (best, hour) => (best === null || hour.multiplier > best.multiplier ? hour : best),
    null,
  )
}

/** How long before its start a Happy Hour is announced. */
export const ANNOUNCED_MINUTES = 30

export interface HappyHourNow {
  startsAt: Instant
  endsAt: Instant
  multiplier: number
  running: boolean
}

/** What the strip shows: the best Happy Hour that runs, else the next that begins within half an hour, else null. */
export function happyHourToShow(hours: readonly HappyHour[], at: Instant): HappyHourNow | null {
  const midnight = startOfDay(dayOf(at))
  const today = hours
    .filter(hour => hour.weekdays.includes(weekdayOf(at)))
    .map(hour => ({
      startsAt: midnight + hour.fromMinute * MINUTE_MS,
      endsAt: midnight + hour.toMinute * MINUTE_MS,
      multiplier: hour.multiplier,
    }))
    .filter(hour => hour.startsAt - ANNOUNCED_MINUTES * MINUTE_MS <= at && at < hour.endsAt)
    .map(hour => ({ ...hour, running: hour.startsAt <= at }))
    .sort(
      (a, b) =>
        Number(b.running) - Number(a.running) || b.multiplier - a.multiplier || a.startsAt - b.startsAt,
    )
  return today[0] ?? null
}
