import { getDayDetail } from 'chinese-days'
import type { Day } from './time'

/**
 * The public holiday that a day is or is worked in exchange for; null: neither. Which those are says `chinese-days`,
 * where `National Day,国庆节,3` names one and other days are `Saturday`; a year that the State Council has not announced
 * yet has none.
 */
export function holidayOf(on: Day): { name: string; isWorked: boolean } | null {
  const { name, work } = getDayDetail(on)
  const [, zh] = name.split(',')
  return zh === undefined ? null : { name: zh, isWorked: work }
}
