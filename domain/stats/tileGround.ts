import type { TileView } from './contract'
import { type DayFigures, type MonthFigures, sumOf } from './figures'
import type { Span } from './spans'

/** What tiles are made of: the days of a span, those that it is compared with, and the months. */
export interface Ground {
  span: Span
  days: readonly DayFigures[]
  before: readonly DayFigures[]
  /** The earliest first. */
  months: readonly MonthFigures[]
  /** The day that is not over, which its month counts already; absent: there is none. */
  running?: DayFigures | undefined
}

/** What is summed over days and months. */
const fields = [
  'visits',
  'posts',
  'postsPublished',
  'comments',
  'likes',
  'coinsEarned',
  'coinsSpent',
  'coinsGiven',
  'coinsTaken',
  'redemptions',
  'approvals',
] as const

type Numbers = Pick<DayFigures, (typeof fields)[number]>

export interface Totals extends Numbers {
  dayCount: number
}

/** What days come to together; `dayCount` is what averages divide by. */
export function totalsOf(rows: readonly Numbers[], dayCount: number): Totals {
  const sums = fields.map(field => [field, sumOf(rows, row => row[field])] as const)
  return { ...(Object.fromEntries(sums) as unknown as Numbers), dayCount }
}

/** The same without a day that they count. */
export function withoutDay(totals: Totals, day: Numbers): Totals {
  const rest = fields.map(field => [field, totals[field] - day[field]] as const)
  return { ...(Object.fromEntries(rest) as unknown as Numbers), dayCount: totals.dayCount - 1 }
}

/** A tile before its change and its window are known. */
export type Terms = Pick<
  TileView,
  'key' | 'name' | 'unit' | 'value' | 'note' | 'definition' | 'denominator' | 'parts'
> & {
  /** Where it is not compared with the same of the days before: what with, and that in words. */
  versus?: { value: number | null; words: string }
  /** Of how many days up to the last it is made, where these are not the days of the span. */
  reach?: number
}

export const notCompared = { value: null, words: '不和别的时间比' }
