/** A key-set cursor: the sort value and the id of the last row shown. Later rows compare below both. */
export interface PagePosition {
  value: number
  id: string
}

/** Cursors are opaque to clients but readable in a log: `<value>~<id>`. */
export function encodeCursor(position: PagePosition): string {
  return `${position.value}~${position.id}`
}

/** Null for a cursor that this house did not write. */
export function decodeCursor(cursor: string): PagePosition | null {
  const split = cursor.indexOf('~')
  const value = Number(cursor.slice(0, split))
  const id = cursor.slice(split + 1)
  return split > 0 && id && Number.isFinite(value) ? { value, id } : null
}

/** Cuts the one row that was read beyond the page and tells where the next page begins. */
export function pageOf<T>(
  rows: T[],
  size: number,
  positionOf: (row: T) => PagePosition,
): { rows: T[]; next: string | null } {
  if (rows.length <= size) return { rows, next: null }
  const shown = rows.slice(0, size)
  return { rows: shown, next: encodeCursor(positionOf(shown[size - 1] as T)) }
}
