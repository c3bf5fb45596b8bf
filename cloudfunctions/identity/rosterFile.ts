import { type RosterCells, type RosterColumn, rosterColumns } from '@domain/identity/roster'
import { refuse } from '@domain/kernel/errors'
import Papa from 'papaparse'

/** What decoding puts where bytes are no UTF-8: a file saved by a spreadsheet in GBK is full of it. */
const REPLACEMENT_CHARACTER = '\ufffd'
/** Three times the company; what a check may cost and how long it may take follow from it. */
const LINES_MAX = 20_000

/**
 * The lines of a roster file, empty ones left out.
 * @throws Refusal IDENTITY_IMPORT_UNREADABLE when it is no UTF-8 CSV with the roster's header line,
 *   IDENTITY_IMPORT_TOO_LONG when it has more than 20,000 lines
 */
export function linesOf(text: string): RosterCells[] {
  refuse(text.includes(REPLACEMENT_CHARACTER), 'IDENTITY_IMPORT_UNREADABLE')
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',' })
  const [header = [], ...rest] = data
  const places = placesOf(header)
  refuse(places === null, 'IDENTITY_IMPORT_UNREADABLE')
  // An open quote swallows the rest of the file into one cell; nothing after it can be trusted.
  refuse(
    errors.some(({ type }) => type === 'Quotes'),
    'IDENTITY_IMPORT_UNREADABLE',
  )
  const lines = rest
    .map((row, index) => ({ line: index + 2, cells: cellsOf(row, places ?? new Map()) }))
    .filter(({ cells }) => Object.values(cells).some(cell => cell.trim() !== ''))
  refuse(lines.length > LINES_MAX, 'IDENTITY_IMPORT_TOO_LONG')
  return lines
}

/** Where each column stands; null when one is missing or stands twice. */
function placesOf(header: readonly string[]): Map<RosterColumn, number> | null {
  const names = header.map(name => name.trim())
  const places = rosterColumns.map(column => [column, names.indexOf(column)] as const)
  const found = places.every(([column, place]) => place !== -1 && names.lastIndexOf(column) === place)
  return found ? new Map(places) : null
}

function cellsOf(row: readonly string[], places: ReadonlyMap<RosterColumn, number>): RosterCells['cells'] {
  const cells = rosterColumns.map(column => [column, row[places.get(column) ?? -1] ?? ''] as const)
  return Object.fromEntries(cells) as RosterCells['cells']
}
