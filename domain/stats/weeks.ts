import { type Day, startOfDay, weekdayOf } from '../kernel/time'
import { dayAfter, daysFrom } from './events'

/** The Monday of a day's week. */
export function mondayOf(on: Day): Day {
  return dayAfter(on, 1 - weekdayOf(startOfDay(on)))
}

/** `2019-W35`: by ISO 8601 a week belongs to the year of its Thursday. */
export function weekOf(on: Day): string {
  const thursday = dayAfter(mondayOf(on), 3)
  const year = thursday.slice(0, 4)
  const number = Math.ceil(daysFrom(`${year}-01-01`, thursday).length / 7)
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** `2019 年第 35 周` */
export function weekName(week: string): string {
  return `${week.slice(0, 4)} 年第 ${Number(week.slice(6))} 周`
}
