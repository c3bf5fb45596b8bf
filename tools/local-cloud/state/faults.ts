import * as z from 'zod'
import { chanceOf } from './seededRandom'

const times = z.number().int().min(1).optional()
const share = { rate: z.number().min(0).max(1).optional(), seed: z.number().int().optional() }
const slowMs = z.number().int().min(0).max(60_000).default(2_000)

export const OpenapiFault = z.strictObject({
  api: z.string().min(1),
  mode: z.enum(['reject', 'fail', 'slow', 'risky']),
  times,
  slowMs,
  ...share,
})

export const DatabaseFault = z.strictObject({
  action: z.string().optional(),
  collection: z.string().optional(),
  mode: z.enum(['conflict', 'fail', 'slow', 'drop']),
  after: z.number().int().min(0).default(0),
  times,
  slowMs,
  ...share,
})

export const FunctionFault = z.strictObject({
  name: z.string().min(1),
  procedure: z.string().optional(),
  mode: z.literal('kill'),
  /** The number of the database request, counted from 1 in each invocation. */
  after: z.number().int().min(1),
  /** Whether the worker dies before that request is executed, or after it and before its reply. */
  when: z.enum(['before', 'after']).default('before'),
  times,
})

export const FaultOrder = z.strictObject({
  openapi: OpenapiFault.optional(),
  database: DatabaseFault.optional(),
  function: FunctionFault.optional(),
  clear: z.boolean().optional(),
})
export type FaultOrder = z.infer<typeof FaultOrder>

type FaultOf = {
  openapi: z.infer<typeof OpenapiFault>
  database: z.infer<typeof DatabaseFault>
  function: z.infer<typeof FunctionFault>
}

interface Active<T> {
  rule: T
  /** How often it may still strike; without `times` once, with a `rate` without end. */
  left: number
  matched: number
}

/**
 * The faults that tests and demonstrations have ordered. One with a `rate` strikes by its seed and by what it would
 * strike, not by when that arrives: calls that race each other meet the same faults in every run.
 */
export class Faults {
  private active: { [K in keyof FaultOf]: Active<FaultOf[K]>[] } = { openapi: [], database: [], function: [] }

  order(order: FaultOrder): void {
    if (order.clear) this.active = { openapi: [], database: [], function: [] }
    if (order.openapi) this.active.openapi.push(activate(order.openapi))
    if (order.database) this.active.database.push(activate(order.database))
    if (order.function) this.active.function.push(activate(order.function))
  }

  list(): { kind: string; left: number | null; rule: unknown }[] {
    return Object.entries(this.active).flatMap(([kind, list]) =>
      list.map(({ rule, left }) => ({ kind, left: Number.isFinite(left) ? left : null, rule })),
    )
  }

  /** `struck` names the call of the api, the same in every run. */
  openapi(api: string, struck: string): FaultOf['openapi'] | null {
    return strike(this.active.openapi, struck, rule => rule.api === api || api.endsWith(`.${rule.api}`))
  }

  /** `struck` names the request, the same in every run. */
  database(action: string, collection: string | null, struck: string): FaultOf['database'] | null {
    return strike(
      this.active.database,
      struck,
      rule =>
        (rule.action ?? action) === action &&
        (rule.collection === undefined || rule.collection === collection),
      rule => rule.after,
    )
  }

  /** The order to kill this invocation at its `arrival`-th database request, if there is one. */
  kill(name: string, procedure: string | null, arrival: number): FaultOf['function'] | null {
    return strike(
      this.active.function,
      `${name}.${procedure}/${arrival}`,
      rule => rule.name === name && (rule.procedure ?? procedure) === procedure && rule.after === arrival,
    )
  }
}

function activate<T extends Share>(rule: T): Active<T> {
  const left = rule.times ?? (rule.rate === undefined ? 1 : Number.POSITIVE_INFINITY)
  return { rule, left, matched: 0 }
}

interface Share {
  times?: number | undefined
  rate?: number | undefined
  seed?: number | undefined
}

function strike<T extends Share>(
  list: Active<T>[],
  struck: string,
  matches: (rule: T) => boolean,
  skip: (rule: T) => number = () => 0,
): T | null {
  for (const fault of list) {
    if (fault.left < 1 || !matches(fault.rule)) continue
    fault.matched += 1
    if (fault.matched <= skip(fault.rule)) continue
    const { rate, seed = 1 } = fault.rule
    if (rate !== undefined && chanceOf(seed, struck) >= rate) continue
    fault.left -= 1
    if (fault.left < 1) list.splice(list.indexOf(fault), 1)
    return fault.rule
  }
  return null
}
