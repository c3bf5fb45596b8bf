import { inChina } from '@domain/kernel/time'
import writeXlsxFile, { type Cell } from 'write-excel-file/node'

/** A column of a sheet, and how it is read from a row. */
export interface WorkbookColumn<Row> {
  name: string
  /** In characters of the sheet's font; 14 unless told. */
  width?: number
  /** Text, a number, a moment (shown in UTC+8), or nothing. */
  value: (row: Row) => string | number | { at: number } | null
}

export interface WorkbookSheet {
  name: string
  header: readonly string[]
  widths: readonly number[]
  lines: readonly (readonly Cell[])[]
}

/** One sheet of a workbook: a header that stays in sight, and a line for each row. */
export function sheetOf<Row>(
  name: string,
  columns: readonly WorkbookColumn<Row>[],
  rows: readonly Row[],
): WorkbookSheet {
  return {
    name,
    header: columns.map(column => column.name),
    widths: columns.map(({ width = 14 }) => width),
    lines: rows.map(row => columns.map(column => cellOf(column.value(row)))),
  }
}

/**
 * A moment becomes text in UTC+8, for a spreadsheet's own dates know no zone. Text stays text whatever it begins
 * with: a name that starts with `=` is no formula.
 */
function cellOf(value: string | number | { at: number } | null): Cell {
  if (value === null) return null
  if (typeof value === 'number') return { value, type: Number }
  const text = typeof value === 'string' ? value : inChina(value.at).format('YYYY-MM-DD HH:mm')
  return { value: text, type: String }
}

/** The cells of a sheet as plain values, for a CSV that says the same as the workbook. */
export function plainLines({ lines }: WorkbookSheet): unknown[][] {
  return lines.map(line =>
    line.map(cell => (typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : '')),
  )
}

/** The bytes of an .xlsx file with these sheets, in their order. */
export function workbookOf(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, header, widths, lines }) => ({
      sheet: name,
      data: [
        header.map(value => ({ value, type: String, fontWeight: 'bold' as const })),
        ...lines.map(line => [...line]),
      ],
      columns: widths.map(width => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}
