import type { Day, Month } from '../kernel/time'
import type { Worth } from './earning'
import type { EarnReason } from './reasons'

/** Whole coins that a reason has earned on a day, debts that they paid included, and points of experience. */
export interface DayEarning extends Worth {
  on: Day
  reason: EarnReason
}

/** The monthly total that an entry counts in; a refund lessens what was spent, a restoration what was reversed. */
export type Side = 'earned' | 'spent' | 'reversed'

/** Whole coins; earned − spent − reversed is what the balance changed by. */
export interface MonthTotals extends Record<Side, number> {
  on: Month
}

/** What the balance was at the end of a day that changed it. */
export interface Closing {
  on: Day
  balance: number
}

/** A retry finds its first reception for seven days, so that at most eight calendar days can still change. */
const DAYS_KEPT = 8
/** Three years: so long a statement can be opened by month. */
const MONTHS_KEPT = 36
/** A month's trend needs the day before it as well. */
const CLOSINGS_KEPT = 31

/** The earnings of the last days after one of them has changed. */
export function daysAfter(days: readonly DayEarning[], earned: DayEarning): DayEarning[] {
  const others = days.filter(day => day.on !== earned.on || day.reason !== earned.reason)
  const all = [...others, earned]
  const latest = [...new Set(all.map(day => day.on))].sort().slice(-DAYS_KEPT)
  return all.filter(day => latest.includes(day.on))
}

/** The totals of one month out of those that are kept. */
export function monthOutOf(months: readonly MonthTotals[], on: Month): MonthTotals {
  return months.find(month => month.on === on) ?? { on, earned: 0, spent: 0, reversed: 0 }
}

/** The totals of the last months after a balance has changed by `amount` in one of them. */
export function monthsAfter(
  months: readonly MonthTotals[],
  { on, side, amount }: { on: Month; side: Side; amount: number },
): MonthTotals[] {
  const totals = monthOutOf(months, on)
  const change = side === 'earned' ? amount : -amount
  const changed = { ...totals, [side]: totals[side] + change }
  const others = months.filter(month => month.on !== on)
  return [...others, changed].sort((a, b) => (a.on < b.on ? -1 : 1)).slice(-MONTHS_KEPT)
}

/** The closings of the last days after one more movement of today. */
export function closingsAfter(closings: readonly Closing[], today: Closing): Closing[] {
  const others = closings.filter(closing => closing.on !== today.on)
  return [...others, today].slice(-CLOSINGS_KEPT)
}
