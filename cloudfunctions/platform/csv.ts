import Papa from 'papaparse'

/** Spreadsheets take a file without this mark for another encoding than UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** What decoding puts where bytes are no text in the encodings that spreadsheets save. */
const REPLACEMENT_CHARACTER = '\ufffd'

/** A cell that begins like a formula is one to a spreadsheet; names and answers are people's own words. */
export function csvOf(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return Papa.unparse([header, ...rows] as unknown[][], { escapeFormulae: true })
}

/** The same as a file that spreadsheets open. */
export function csvFileOf(header: readonly string[], rows: readonly (readonly unknown[])[]): Buffer {
  return Buffer.from(BYTE_ORDER_MARK + csvOf(header, rows))
}

export interface CsvLine<Column extends string> {
  /** As a spreadsheet counts its rows, the header being 1: a cell of several lines is still of one row. */
  line: number
  cells: Record<Column, string>
}

/** The lines of a file, empty ones left out; null when it is no CSV with each of these columns once. */
export function csvLines<Column extends string>(
  text: string,
  columns: readonly Column[],
): CsvLine<Column>[] | null {
  if (text.includes(REPLACEMENT_CHARACTER)) return null
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',' })
  const [header = [], ...rest] = data
  const places = placesOf(header, columns)
  // An open quote swallows the rest of the file into one cell; nothing after it can be trusted.
  if (places === null || errors.some(({ type }) => type === 'Quotes')) return null
  return rest
    .map((row, index) => ({ line: index + 2, cells: cellsOf(row, places) }))
    .filter(({ cells }) => Object.values<string>(cells).some(cell => cell.trim() !== ''))
}

/** Where each column stands; null when one is missing or stands twice. */
function placesOf<Column extends string>(
  header: readonly string[],
  columns: readonly Column[],
): (readonly [Column, number])[] | null {
  const names = header.map(name => name.trim())
  const places = columns.map(column => [column, names.indexOf(column)] as const)
  const found = places.every(([column, place]) => place !== -1 && names.lastIndexOf(column) === place)
  return found ? places : null
}

function cellsOf<Column extends string>(
  row: readonly string[],
  places: readonly (readonly [Column, number])[],
): Record<Column, string> {
  return Object.fromEntries(places.map(([column, place]) => [column, row[place] ?? ''])) as Record<
    Column,
    string
  >
}
