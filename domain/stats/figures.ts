import type { Day, Month } from '../kernel/time'
import type { Part, Standing } from './days'
import type { Traffic } from './rollUp'

/** A name and what it comes to: a topic, an association, a product. */
export interface Ranked {
  name: string
  count: number
}

/** What the other rooms tell of a day; theirs is the truth, not a client's event. */
export interface DayFacts {
  /** By colleagues for themselves, and not taken back since. */
  posts: number
  /** All that were published, by accounts too, whatever became of them. */
  postsPublished: number
  comments: number
  coinsEarned: number
  coinsSpent: number
  /** By hand, and settled with whoever left or came back. */
  coinsGiven: number
  coinsTaken: number
  /** What balances changed by in all. */
  coinsNet: number
  redemptions: number
  approvals: number
  /** How long each of them took. */
  approvalMinutes: number[]
  topics: Ranked[]
  associations: Ranked[]
  goods: Ranked[]
}

/** One day of the whole community, one field a figure; the id is the day. */
export interface DayFigures extends Traffic, DayFacts, Standing {
  _id: Day
  /** Visits by half hours, 48 of them from midnight. */
  byHalfHour: number[]
  eligible: number
  registered: number
  newlyRegistered: number
  coinsInCirculation: number
}

/** One day by departments; those with fewer than five registered people stand together or not at all. */
export interface DayDepartments {
  _id: Day
  departments: ({ name: string; eligible: number; registered: number } & Traffic)[]
}

/** One month; it grows until its last day is over. */
export interface MonthFigures {
  _id: Month
  days: number
  lastOn: Day
  visits: number
  visitors: number
  posts: number
  postsPublished: number
  comments: number
  likes: number
  coinsEarned: number
  coinsSpent: number
  coinsGiven: number
  coinsTaken: number
  coinsInCirculation: number
  redemptions: number
  approvals: number
  /** The middle one. */
  approvalMinutes: number | null
  eligible: number
  registered: number
  newlyRegistered: number
  retained: Part
  /** Of those who registered in each earlier month: who came in this one. */
  cohorts: ({ month: Month } & Part)[]
  byHalfHour: number[]
  /** Visits by weekday, Monday first, and hour. */
  byWeekHour: number[][]
  weekdays: number[]
}

/** Nobody stands alone: fewer people than this are not shown by themselves. */
export const GROUP_MIN = 5
export const SMALL_GROUPS = '人数较少的部门'

/** The middle of some numbers; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}

/** A part of a whole; null where there is no whole to take it of. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** The sum of one value over all rows; 0 of none. */
export function sumOf<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0)
}

/** Sums by name over days, the largest first. */
export function rankedOver(lists: readonly (readonly Ranked[])[], max: number): Ranked[] {
  const counts = new Map<string, number>()
  for (const { name, count } of lists.flat()) counts.set(name, (counts.get(name) ?? 0) + count)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, max)
}
