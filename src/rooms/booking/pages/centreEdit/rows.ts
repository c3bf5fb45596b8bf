/** The rows with one of them before the one above it. */
export function swapped<T>(rows: readonly T[], index: number): T[] {
  const [above, row] = [rows[index - 1], rows[index]]
  return rows.map((one, at) => (at === index - 1 ? (row ?? one) : at === index ? (above ?? one) : one))
}
