import Papa from 'papaparse'
import type { FeedReport } from './problems'

/** The texts of a feed by file name. */
export type FeedFiles = ReadonlyMap<string, string>

export interface Row {
  /** In the file, its header being 1. */
  line: number
  /** Trimmed; a column that the file doesn't have is empty. */
  cell(column: string): string
}

/** What decoding puts where bytes are no UTF-8. */
const REPLACEMENT_CHARACTER = '\ufffd'

/**
 * The rows of one file of a feed, empty lines left out. What keeps it from being read goes into the report.
 * @returns no rows when the file is not there, which is a problem only where `required` has columns
 */
export function readTable(
  files: FeedFiles,
  file: string,
  required: readonly string[],
  report: FeedReport,
): Row[] {
  const text = files.get(file)
  if (text === undefined) {
    if (required.length > 0) report.problems.push({ file, line: 0, field: '', code: 'fileMissing' })
    return []
  }
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',' })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken || text.includes(REPLACEMENT_CHARACTER)) {
    const line = broken ? (broken.row ?? 0) + 1 : 0
    report.problems.push({ file, line, field: '', code: 'unreadable' })
    return []
  }
  const [header = [], ...rest] = data
  const places = placesOf(header, file, required, report)
  return places ? rowsOf(rest, places) : []
}

function placesOf(
  header: readonly string[],
  file: string,
  required: readonly string[],
  report: FeedReport,
): Map<string, number> | null {
  const names = header.map(name => name.trim())
  const missing = required.filter(column => !names.includes(column))
  const twice = [...new Set(names.filter((name, at) => name !== '' && names.indexOf(name) !== at))]
  for (const field of missing) report.problems.push({ file, line: 1, field, code: 'columnMissing' })
  for (const field of twice) report.problems.push({ file, line: 1, field, code: 'columnTwice' })
  return missing.length + twice.length > 0 ? null : new Map(names.map((name, at) => [name, at]))
}

/** A cell in quotes may go over several lines: the row after it stands as much further down. */
function rowsOf(data: readonly string[][], places: ReadonlyMap<string, number>): Row[] {
  const rows: Row[] = []
  let line = 2
  for (const cells of data) {
    const own = line
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
    if (cells.every(cell => cell.trim() === '')) continue
    rows.push({ line: own, cell: column => cells[places.get(column) ?? -1]?.trim() ?? '' })
  }
  return rows
}

/** One file of a feed: every line ends, the last one too. */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = Papa.unparse({ fields: [...columns], data: rows.map(row => [...row]) }, { newline: '\n' })
  return `${text}\n`
}
