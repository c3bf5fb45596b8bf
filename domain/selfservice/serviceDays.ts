import { holidayOf, isAnnounced, yearOf } from '../kernel/holidays'
import { DAY_MS, type Day, dayOf, startOfDay, weekdayOf } from '../kernel/time'
import type { Service } from './network'

/** How riders tell days apart. A weekend day that is worked in exchange is a working day. */
export const dayTypes = ['working', 'saturday', 'sunday', 'holiday'] as const
export type DayType = (typeof dayTypes)[number]

const MONDAY = 1
const SATURDAY = 6
const SUNDAY = 7
/** How far a day of some type is looked for: each year has some of every type. */
const LOOKED_AWAY_DAYS = 366

/**
 * What sort of day it is for riders, and 国庆节 or 国庆节调休 where the calendar has a word for it. Which days are
 * holidays says `chinese-days`; of a year that the State Council has not announced yet only those fixed by law.
 */
export function dayTypeOf(on: Day): { type: DayType; note: string | null } {
  const holiday = holidayOf(on)
  const weekday = weekdayOf(startOfDay(on))
  if (holiday && !holiday.isWorked) return { type: 'holiday', note: holiday.name }
  if (holiday && weekday >= SATURDAY) return { type: 'working', note: `${holiday.name}调休` }
  const type = weekday === SATURDAY ? 'saturday' : weekday === SUNDAY ? 'sunday' : 'working'
  return { type, note: null }
}

/** Whether a service runs on a day by its rule alone, whatever its exceptions say. */
export function ruleRunsOn(service: Service, on: Day): boolean {
  if (on < service.fromOn || on > service.untilOn) return false
  const weekday = weekdayOf(startOfDay(on))
  if (service.holidays === 'asUsual') return service.weekdays.includes(weekday)
  const { type, note } = dayTypeOf(on)
  if (type === 'holiday') return service.holidays === 'runs'
  const isExchanged = type === 'working' && note !== null
  return service.weekdays.includes(isExchanged ? MONDAY : weekday)
}

/** Whether a service runs on a day. A single day that was named goes before every rule, also outside of its period. */
export function runsOn(service: Service, on: Day): boolean {
  return service.exceptions.find(exception => exception.on === on)?.runs ?? ruleRunsOn(service, on)
}

/** The year of whose holidays only the fixed ones are known, if a day from this one on is in such; null: none is. */
export function unannouncedYear(on: Day, days = 0): number | null {
  return [on, nextDay(on, days)].map(yearOf).find(year => !isAnnounced(year)) ?? null
}

/** The day so many days after another one; before it, for a negative number. */
export function nextDay(on: Day, days = 1): Day {
  return dayOf(startOfDay(on) + days * DAY_MS)
}

/** The days from the first to the last, both included. */
export function daysBetween(fromOn: Day, untilOn: Day): Day[] {
  const count = Math.round((startOfDay(untilOn) - startOfDay(fromOn)) / DAY_MS) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => nextDay(fromOn, index))
}

/** The next day of this type, today included; null where the calendar has none within a year. */
export function nextDayOfType(type: DayType, today: Day): Day | null {
  for (let away = 0; away < LOOKED_AWAY_DAYS; away += 1) {
    const on = nextDay(today, away)
    if (dayTypeOf(on).type === type) return on
  }
  return null
}
