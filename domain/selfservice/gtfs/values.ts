import { charactersOf } from '../../kernel/characters'
import { plainLine } from '../../kernel/schema'
import { isDay } from '../../kernel/time'
import { roundedDegrees, type ServiceSeconds } from '../network'
import type { FeedProblemCode, FeedReport } from './problems'
import type { Row } from './tables'

/** Reads the cells of one file; what is wrong with one goes into the report, with its line. */
export interface Cells {
  /** @returns null, and a problem, when it is empty */
  needed(row: Row, column: string): string | null
  /** @returns null, and a problem, when there is one that `of` does not take */
  read<T>(row: Row, column: string, of: (text: string) => T | null): T | null
  wrong(row: Row, column: string, code: FeedProblemCode): void
}

/** Reads the cells of one file; what is wrong with them goes into the report with file, line and column. */
export function cellsOf(file: string, report: FeedReport): Cells {
  const wrong = (row: Row, field: string, code: FeedProblemCode) => {
    report.problems.push({ file, line: row.line, field, code })
  }
  const needed = (row: Row, column: string) => {
    const text = row.cell(column)
    if (text === '') wrong(row, column, 'valueMissing')
    return text === '' ? null : text
  }
  return {
    needed,
    wrong,
    read(row, column, of) {
      const text = needed(row, column)
      if (text === null) return null
      const value = of(text)
      if (value === null) wrong(row, column, 'valueWrong')
      return value
    },
  }
}

/** `24:20:00`; hours of one to three digits. */
export function secondsOf(text: string): ServiceSeconds | null {
  const [, hours, minutes, seconds] = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(text) ?? []
  return hours === undefined ? null : Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
}

/** `24:20:00` for 87,600: the inverse of `secondsOf`, as GTFS writes what runs past midnight. */
export function timeOf(seconds: ServiceSeconds): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** `20261124` */
export function dayOfText(text: string): string | null {
  const on = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : ''
  return isDay(on) ? on : null
}

/** `20261124` for `2026-11-24`: the inverse of `dayOfText`. */
export const textOfDay = (on: string) => on.replaceAll('-', '')

/** A whole number of up to nine digits, without a sign; null for any other text. */
export function wholeOf(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** Reads degrees (WGS 84) between -max and max; null for what is none: 90 for latitudes, 180 for longitudes. */
export function degreesOf(max: number): (text: string) => number | null {
  return text => {
    const value = /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
    return Math.abs(value) <= max ? roundedDegrees(value) : null
  }
}

/** A name as the house shows it: cleaned of what reorders text on a screen, in one line, cut where it is too long. */
export function wordsOf(text: string, max: number): string {
  // No character that people write is so long; what is longer is not split before it is cut.
  const start = text.replace(/\s+/g, ' ').slice(0, max * 8)
  return plainLine(0, max).safeParse(charactersOf(start).slice(0, max).join('')).data ?? ''
}

/** The same where there has to be something: null where nothing is to be seen of it. */
export const namedBy = (max: number) => (text: string) => wordsOf(text, max) || null

/** Ids as the house can use them in keys; others get one of ours, in the order in which they come. */
export function idsFrom(prefix: string, given: readonly string[]): Map<string, string> {
  const isOurs = (id: string) => /^[\w.-]{1,60}$/.test(id)
  const taken = new Set(given.filter(isOurs))
  const ids = new Map<string, string>()
  for (const id of given) {
    if (ids.has(id)) continue
    let own = id
    for (let number = 1; !isOurs(own) || (own !== id && taken.has(own)); number += 1)
      own = `${prefix}${number}`
    taken.add(own)
    ids.set(id, own)
  }
  return ids
}
