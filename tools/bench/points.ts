/** What a day costs, in points of the cloud's plan (1,000 points = ¥1). */

/** Prices of 2026, in points: see `docs/benchmarks.md` for where they come from. */
export const prices = {
  perDatabaseRequest: 200 / 10_000,
  perFunctionCall: 13.3 / 10_000,
  perGigabyteSecond: 0.111,
  perGigabyteOut: 800,
} as const

/** Memory that each function is given. */
const MEMORY_GB = 0.25
/**
 * What a warm call is billed for in the cloud. Local milliseconds say nothing of that; three database requests in a
 * row of some 10 ms each, parsing and rounding stay below it.
 */
export const BILLED_SECONDS = 0.1
const GIGABYTE = 1024 ** 3

/** What one call of a procedure takes, as counted. */
export interface CallCost {
  requests: number
  replyBytes: number
}

export interface Points {
  database: number
  calls: number
  compute: number
  traffic: number
  total: number
}

/** The points of `times` calls that cost so much each. */
export function pointsOf({ requests, replyBytes }: CallCost, times: number): Points {
  const database = times * requests * prices.perDatabaseRequest
  const calls = times * prices.perFunctionCall
  const compute = times * MEMORY_GB * BILLED_SECONDS * prices.perGigabyteSecond
  const traffic = ((times * replyBytes) / GIGABYTE) * prices.perGigabyteOut
  return { database, calls, compute, traffic, total: database + calls + compute + traffic }
}

export function sumOf(points: readonly Points[]): Points {
  const sum = (part: keyof Points) => points.reduce((total, one) => total + one[part], 0)
  return {
    database: sum('database'),
    calls: sum('calls'),
    compute: sum('compute'),
    traffic: sum('traffic'),
    total: sum('total'),
  }
}
