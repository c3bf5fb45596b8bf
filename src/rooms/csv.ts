type Cell = string | number

/** Rows as the text of a table (RFC 4180): quoted are the cells that hold a comma, a quote or the end of a line. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map(row => row.map(quoted).join(',')).join('\n')
}

function quoted(cell: Cell): string {
  const text = String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
