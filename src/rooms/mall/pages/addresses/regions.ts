import { areaList } from '@vant/area-data'

export interface Region {
  code: string
  name: string
}

/** Codes of a level begin with the two or four digits of the one above. */
const digitsAbove = [0, 2, 4] as const
const levels = [areaList.province_list, areaList.city_list, areaList.county_list] as const

/** What may be chosen next: provinces, then the cities of one, then the districts of one. */
export function regionsBelow(chosen: readonly Region[]): Region[] {
  const level = chosen.length as 0 | 1 | 2
  const digits = digitsAbove[level]
  const above = chosen.at(-1)?.code.slice(0, digits) ?? ''
  return Object.entries(levels[level] ?? {})
    .filter(([code]) => code.startsWith(above))
    .map(([code, name]) => ({ code, name }))
}
