import type { booking } from '@domain/booking/contract'
import { unitsMax } from '@domain/booking/facility'
import type { InputOf } from '@domain/kernel/contract'

export type RulesInput = InputOf<typeof booking.saveCourse>['rules']
export type AbsenceInput = InputOf<typeof booking.editFacility>['absences']

/** Numbers as they are typed. */
export type Typed<T> = { [K in keyof T]: string }

export const typedOf = <T extends Record<string, number>>(numbers: T): Typed<T> =>
  Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)])) as Typed<T>

export const numbersOf = <T extends Record<string, number>>(typed: Typed<T>): T =>
  Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, Number(value)])) as T

interface Range {
  label: string
  unit: string
  least: number
  most: number
}

const WEEK_MINUTES = 10_080

/** What each number of a rule is, and how far it may go: as the contract has it. */
export const ruleRanges: Record<keyof RulesInput, Range> = {
  noticeMinutes: { label: '开始前多久停止预约', unit: '分钟', least: 0, most: WEEK_MINUTES },
  horizonDays: { label: '提前几天开放', unit: '天', least: 1, most: 30 },
  weekMax: { label: '每人每周最多', unit: '次', least: 1, most: 20 },
  cancelMinutes: { label: '开始前多久可以取消', unit: '分钟', least: 0, most: WEEK_MINUTES },
  deposit: { label: '押金，0 是不收', unit: '沃币', least: 0, most: 200 },
}

/** How many courts or rooms of one venue somebody may have at the same time. */
export const atOnceRanges = {
  atOnceMax: { label: '每人同一时间最多', unit: '个', least: 1, most: unitsMax },
}

export const absenceRanges: Record<keyof AbsenceInput, Range> = {
  absencesMax: { label: '几次没来停约，0 是不停', unit: '次', least: 0, most: 9 },
  absencesWithinDays: { label: '在多少天里算', unit: '天', least: 1, most: 365 },
  pauseDays: { label: '停约多久', unit: '天', least: 1, most: 90 },
}

/** The first number that is none, or goes too far; undefined: all are well. */
export function numbersProblem<T extends Record<string, number>>(
  typed: Typed<T>,
  ranges: Record<keyof T, Range>,
): string | undefined {
  for (const key of Object.keys(ranges) as (keyof T)[]) {
    const { label, unit, least, most } = ranges[key]
    const text = typed[key].trim()
    const isWrong = !/^\d{1,5}$/.test(text) || Number(text) < least || Number(text) > most
    if (isWrong) return `${label}：写 ${least} 到 ${most} ${unit}`
  }
  return undefined
}
