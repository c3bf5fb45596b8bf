import { type ErrorCode, Refusal } from '@domain/kernel/errors'
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

/**
 * The lines of a file, empty ones left out.
 * @throws Refusal `unreadable` when it is no CSV with each of these columns once; of columns it says which
 */
export function csvLines<Column extends string>(
  text: string,
  columns: readonly Column[],
  unreadable: ErrorCode,
): CsvLine<Column>[] {
  if (text.includes(REPLACEMENT_CHARACTER)) throw new Refusal(unreadable)
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',' })
  const [header = [], ...rest] = data
  // An open quote swallows the rest of the file into one cell; nothing after it can be trusted.
  if (errors.some(({ type }) => type === 'Quotes')) throw new Refusal(unreadable)
  const names = header.map(name => name.trim())
  const wrong = sayWrong(names, columns)
  if (wrong !== undefined) throw new Refusal(unreadable, undefined, undefined, wrong)
  const places = columns.map(column => [column, names.indexOf(column)] as const)
  return rest
    .map((row, index) => ({ line: index + 2, cells: cellsOf(row, places) }))
    .filter(({ cells }) => Object.values<string>(cells).some(cell => cell.trim() !== ''))
}

const NAMES_SAID = 8
const LETTERS_SAID = 12

/** What a file has in its first row, which may be no header but a line of hundreds of cells. */
function sayNames(names: readonly string[]): string {
  const said = names.filter(name => name !== '').map(name => [...name].slice(0, LETTERS_SAID).join(''))
  if (said.length === 0) return '首行是空的'
  return `文件里是 ${said.slice(0, NAMES_SAID).join('、')}${said.length > NAMES_SAID ? '…' : ''}`
}

/** "缺少列：员工编号、姓名；文件里是 a、b、c"; undefined where each column stands once. */
function sayWrong(names: readonly string[], columns: readonly string[]): string | undefined {
  const missing = columns.filter(column => !names.includes(column))
  if (missing.length > 0) return `缺少列：${missing.join('、')}；${sayNames(names)}`
  const twice = columns.filter(column => names.indexOf(column) !== names.lastIndexOf(column))
  return twice.length > 0 ? `列重复：${twice.join('、')}` : undefined
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
