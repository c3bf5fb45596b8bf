import { contracts } from '../../domain/contracts'
import type { Procedure } from '../../domain/kernel/contract'

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
}

/** What the company has set up is there before anybody has done anything. */
const SET_UP: ReadonlySet<string> = new Set(['permissions', 'boards', 'desks', 'sites', 'questions'])

const procedures: Record<string, Record<string, Procedure>> = contracts

function isQuery(name: string): boolean {
  const [room = '', procedure = ''] = name.split('.')
  return procedures[room]?.[procedure]?.kind === 'query'
}

/** The reply of a query as it is where nobody has done anything yet: its lists are empty. Others stay as they are. */
export function withoutRows(name: string, reply: unknown): unknown {
  if (!isQuery(name) || typeof reply !== 'object' || reply === null || !('data' in reply)) return reply
  const { data } = reply
  if (typeof data !== 'object' || data === null) return reply
  const emptied = Object.entries(data).map(([key, value]: [string, unknown]) => {
    if (key === 'next') return [key, null]
    return [key, Array.isArray(value) && !SET_UP.has(key) ? [] : value]
  })
  return { ...reply, data: Object.fromEntries(emptied) }
}
