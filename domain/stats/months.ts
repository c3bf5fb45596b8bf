import { type Month, startOfDay, weekdayOf } from '../kernel/time'
import type { Part } from './days'
import { type DayFigures, type MonthFigures, median, sumOf } from './figures'
import { HALF_HOURS } from './rollUp'

const WEEKDAYS = 7

/** How many people came, of a month: sums would count them twice. */
interface People {
  visitors: number
  retained: Part
  cohorts: MonthFigures['cohorts']
}

/** A month out of its days, in their order. */
export function monthOutOf(month: Month, days: readonly DayFigures[], people: People): MonthFigures {
  const last = days.at(-1)
  const total = (value: (day: DayFigures) => number) => sumOf(days, value)
  return {
    _id: month,
    days: days.length,
    lastOn: last?._id ?? `${month}-01`,
    visits: total(day => day.visits),
    posts: total(day => day.posts),
    postsPublished: total(day => day.postsPublished),
    comments: total(day => day.comments),
    likes: total(day => day.likes),
    coinsEarned: total(day => day.coinsEarned),
    coinsSpent: total(day => day.coinsSpent),
    coinsGiven: total(day => day.coinsGiven),
    coinsTaken: total(day => day.coinsTaken),
    coinsInCirculation: last?.coinsInCirculation ?? 0,
    redemptions: total(day => day.redemptions),
    approvals: total(day => day.approvals),
    approvalMinutes: median(days.flatMap(day => day.approvalMinutes)),
    eligible: last?.eligible ?? 0,
    registered: last?.registered ?? 0,
    newlyRegistered: total(day => day.newlyRegistered),
    ...people,
    ...rhythmOf(days),
  }
}

/** When people come: by half hours, and by weekday and hour, with how many of each weekday there were. */
export function rhythmOf(days: readonly DayFigures[]) {
  const byHalfHour = Array<number>(HALF_HOURS).fill(0)
  const byWeekHour = Array.from({ length: WEEKDAYS }, () => Array<number>(HALF_HOURS / 2).fill(0))
  const weekdays = Array<number>(WEEKDAYS).fill(0)
  for (const day of days) {
    const weekday = weekdayOf(startOfDay(day._id)) - 1
    weekdays[weekday] = (weekdays[weekday] ?? 0) + 1
    day.byHalfHour.forEach((visits, slot) => {
      byHalfHour[slot] = (byHalfHour[slot] ?? 0) + visits
      const hours = byWeekHour[weekday] as number[]
      const hour = Math.floor(slot / 2)
      hours[hour] = (hours[hour] ?? 0) + visits
    })
  }
  return { byHalfHour, byWeekHour, weekdays }
}

type Rhythm = Pick<MonthFigures, 'byHalfHour' | 'byWeekHour' | 'weekdays'>

/** A rhythm without the days of another one, which it counts. */
export function rhythmWithout(rhythm: Rhythm, other: Rhythm): Rhythm {
  const less = (list: readonly number[], by: readonly number[] = []) =>
    list.map((value, index) => value - (by[index] ?? 0))
  return {
    byHalfHour: less(rhythm.byHalfHour, other.byHalfHour),
    byWeekHour: rhythm.byWeekHour.map((hours, weekday) => less(hours, other.byWeekHour[weekday])),
    weekdays: less(rhythm.weekdays, other.weekdays),
  }
}

/** Rhythms of several months as one. */
export function rhythmOver(months: readonly Rhythm[]): Rhythm {
  const add = (lists: readonly (readonly number[])[]) =>
    (lists[0] ?? []).map((_, index) => sumOf(lists, list => list[index] ?? 0))
  return {
    byHalfHour: add(months.map(month => month.byHalfHour)),
    byWeekHour: Array.from({ length: WEEKDAYS }, (_, weekday) =>
      add(months.map(month => month.byWeekHour[weekday] ?? [])),
    ),
    weekdays: add(months.map(month => month.weekdays)),
  }
}
