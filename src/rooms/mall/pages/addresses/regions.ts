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

/** What is chosen once one more is: a level that leaves no choice is gone through, as 上海市 has one city. */
export function withRegion(chosen: readonly Region[], region: Region): Region[] {
  const next = [...chosen, region]
  const below = next.length < levels.length ? regionsBelow(next) : []
  const [only] = below
  return only && below.length === 1 ? withRegion(next, only) : next
}

/** Whether there is nothing left to choose: the third level, or a place that has none. */
export function isWhole(chosen: readonly Region[]): boolean {
  return chosen.length > 0 && (chosen.length === levels.length || regionsBelow(chosen).length === 0)
}

/** "上海市 浦东新区": a city of its province's name is said once. */
export const regionNames = (chosen: readonly Region[]): string[] => [
  ...new Set(chosen.map(({ name }) => name)),
]
