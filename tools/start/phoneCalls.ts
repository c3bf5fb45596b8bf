import * as z from 'zod'
import { contracts } from '../../domain/contracts'
import type { Procedure } from '../../domain/kernel/contract'
import { Count } from '../../domain/kernel/schema'
import { resultOf } from './results'

/** One call of the phone as it went out and what came back. */
export interface PhoneCall {
  requestId: string
  openid: string
  /** `<room>.<procedure>` */
  name: string
  input: unknown
  reply: unknown
}

const KEPT = 200

/**
 * The phone's last 200 calls, by requestId, in this process's memory alone. The cloud's own log keeps neither input
 * nor output, because they are personal data; whoever runs this server is looking at the demo world.
 */
export class PhoneCalls {
  private readonly calls = new Map<string, PhoneCall>()

  keep(call: PhoneCall): void {
    this.calls.delete(call.requestId)
    this.calls.set(call.requestId, call)
    const [oldest] = this.calls.keys()
    if (this.calls.size > KEPT && oldest !== undefined) this.calls.delete(oldest)
  }

  find(requestId: string): PhoneCall | undefined {
    return this.calls.get(requestId)
  }

  /** What each came to, by requestId, where a word says it. */
  results(): Record<string, string> {
    const said = [...this.calls.values()].flatMap(({ requestId, reply }) => {
      const result = resultOf(reply)
      return result === null ? [] : [[requestId, result] as const]
    })
    return Object.fromEntries(said)
  }
}

/** What the company has set up is there before anybody has done anything. */
const SET_UP: ReadonlySet<string> = new Set([
  'permissions',
  'boards',
  'desks',
  'sites',
  'questions',
  'version',
  'capacity',
  'keptDays',
])

const procedures: Record<string, Record<string, Procedure>> = contracts

function queryNamed(name: string): Procedure | undefined {
  const [room = '', procedure = ''] = name.split('.')
  const found = procedures[room]?.[procedure]
  return found?.kind === 'query' ? found : undefined
}

/** What a field holds where nobody has done anything; what is no list and no count stays as it is. */
function untouched(key: string, value: unknown, promised: unknown): unknown {
  if (key === 'next') return null
  if (SET_UP.has(key) || value === null) return value
  if (Array.isArray(value)) return []
  const schema = promised instanceof z.ZodNullable ? promised.unwrap() : promised
  if (schema === Count) return 0
  return schema instanceof z.ZodRecord && schema.valueType === Count ? {} : value
}

/**
 * The reply of a query as it is where nobody has done anything yet: its lists are empty and its counts nought. Others
 * stay as they are.
 */
export function withoutRows(name: string, reply: unknown): unknown {
  const query = queryNamed(name)
  if (!query || typeof reply !== 'object' || reply === null || !('data' in reply)) return reply
  const { data } = reply
  if (typeof data !== 'object' || data === null) return reply
  const promised: Record<string, unknown> = query.output instanceof z.ZodObject ? query.output.shape : {}
  const emptied = Object.entries(data).map(([key, value]: [string, unknown]) => [
    key,
    untouched(key, value, promised[key]),
  ])
  return { ...reply, data: Object.fromEntries(emptied) }
}
