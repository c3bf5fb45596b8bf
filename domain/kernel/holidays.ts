import { getDayDetail } from 'chinese-days'
import { type Day, inChina, startOfDay } from './time'

/** Days off by law whatever the year, whether it has been announced or not: 全国年节及纪念日放假办法 of 2024. */
const fixedDays: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

/**
 * The public holiday that a day is or is worked in exchange for; null: neither. Which those are says `chinese-days`,
 * where `National Day,国庆节,3` names one and other days are `Saturday`. Of a year that the State Council has not
 * announced yet only the fixed days are known.
 */
export function holidayOf(on: Day): { name: string; isWorked: boolean } | null {
  const { name, work } = getDayDetail(on)
  const [, zh] = name.split(',')
  if (zh !== undefined) return { name: zh, isWorked: work }
  const fixed = isAnnounced(yearOf(on)) ? undefined : fixedDays[on.slice('2027-'.length)]
  return fixed === undefined ? null : { name: fixed, isWorked: false }
}

/** Whether nobody works: a public holiday, or a weekend that is not worked in exchange for one. */
export function isDayOff(on: Day): boolean {
  const holiday = holidayOf(on)
  return holiday ? !holiday.isWorked : [0, 6].includes(inChina(startOfDay(on)).day())
}

/** Whether it is known which days of a year are holidays and which are worked in exchange. */
export function isAnnounced(year: number): boolean {
  return getDayDetail(`${year}-10-01`).name.includes(',')
}

export const yearOf = (on: Day) => Number(on.slice(0, '2027'.length))
