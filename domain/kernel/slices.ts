/** A list in slices of so many, in its order, for what takes no more at once; the last may be shorter, and nothing has none. */
export function slicesOf<T>(list: readonly T[], size: number): T[][] {
  const slices: T[][] = []
  for (let from = 0; from < list.length; from += size) slices.push(list.slice(from, from + size))
  return slices
}
