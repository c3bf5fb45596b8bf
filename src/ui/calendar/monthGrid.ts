import {
  DAY_MS,
  type Day,
  dayOf,
  type Instant,
  type Month,
  monthOf,
  startOfDay,
  weekdayOf,
} from '@domain/kernel/time'

const WEEK_DAYS = 7

const firstOf = (month: Month): Instant => startOfDay(`${month}-01`)

/** The month so many months later, or earlier when negative. */
export function monthAfter(month: Month, months: number): Month {
  const [year = 0, ordinal = 1] = month.split('-').map(Number)
  const index = year * 12 + (ordinal - 1) + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The day so many days later, or earlier when negative. */
export function dayAfter(on: Day, days: number): Day {
  return dayOf(startOfDay(on) + days * DAY_MS)
}

/** A month as weeks from Monday to Sunday; null where a week reaches into the months beside it. */
export function weeksOf(month: Month): (Day | null)[][] {
  const first = firstOf(month)
  const cells: (Day | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null)
  for (let at = first; monthOf(at) === month; at += DAY_MS) cells.push(dayOf(at))
  while (cells.length % WEEK_DAYS !== 0) cells.push(null)
  return Array.from({ length: cells.length / WEEK_DAYS }, (_week, index) =>
    cells.slice(index * WEEK_DAYS, (index + 1) * WEEK_DAYS),
  )
}
