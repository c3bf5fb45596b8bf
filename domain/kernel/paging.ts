/**
 * Lists page by key: every list is sorted by one unique, indexed key, and the cursor is the key of the last row
 * shown. Skipping would cost more the deeper one reads; a key costs the same at any depth.
 */
export interface Page<T> {
  rows: T[]
  /** The cursor of the next page; null at the end. */
  next: string | null
}

/** Cuts the one row that was read beyond the page and tells where the next page begins. */
export function pageOf<T>(found: readonly T[], size: number, keyOf: (row: T) => string | number): Page<T> {
  const rows = found.slice(0, size)
  return { rows, next: found.length > size ? String(keyOf(rows[size - 1] as T)) : null }
}

const KEY_DIGITS = 16
const KEY_DECIMALS = 6

/** A number and an id as one string that sorts by the number first, so that a cursor needs one comparison. */
export function sortKey(value: number, id: string): string {
  return `${value.toFixed(KEY_DECIMALS).padStart(KEY_DIGITS, '0')}:${id}`
}
