/**
 * The p-th percentile by the nearest rank: the least value that at least p percent of all do not exceed.
 * It is always one that was measured, never one between two. (Definition: NIST/SEMATECH e-Handbook, 7.2.6.2, "nearest
 * rank".)
 * @param p above 0, at most 100
 * @throws RangeError when there is no value or no such percentile
 */
export function percentile(values: readonly number[], p: number): number {
  if (!(p > 0 && p <= 100)) throw new RangeError(`There is no percentile ${p}`)
  const ranked = [...values].sort((a, b) => a - b)
  const found = ranked[Math.ceil((p * ranked.length) / 100) - 1]
  if (found === undefined) throw new RangeError('There is no percentile of nothing')
  return found
}

export const median = (values: readonly number[]): number => percentile(values, 50)

export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no mean of nothing')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
