import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LocalCloudOptions } from '../../tools/local-cloud'
import type { DemoPerson } from '../../tools/local-cloud/doors/people'
import type { Engine } from '../../tools/local-cloud/engine'
import type { FaultOrder } from '../../tools/local-cloud/state/faults'
import type { InvocationRecord } from '../../tools/local-cloud/state/invocations'
import type { OutboxEntry } from '../../tools/local-cloud/state/outbox'
import type * as Outside from './outside'
import { noteOrigin } from './provenance'

declare global {
  /** What jest's worker has loaded for all of its files. */
  var outside: typeof Outside
}

const { assertAsPromised, startLocalCloud } = globalThis.outside
const ROOT = path.resolve(__dirname, '../..')
const POLL_MS = 15
const DEADLINE_MS = 10_000
/** A worker that died leaves its transaction open, with its locks; in the real service for half a minute. */
export const ABANDONED_TRANSACTION_MS = 50

export type TestCloudOptions = Partial<
  Pick<
    LocalCloudOptions,
    | 'seed'
    | 'clock'
    | 'workers'
    | 'timers'
    | 'mediaDelayMs'
    | 'functionsDir'
    | 'dataDir'
    | 'onOutput'
    | 'abandonedTransactionMs'
  >
> & {
  /** Leaves it to the test to judge requests that scan. */
  allowScans?: boolean
}

export interface CallError {
  code: string
  kind: string
  message: string
  requestId: string
  fields?: string[]
}
export type CallReply<T> = { ok: true; data: T } | { ok: false; error: CallError }

/** An order as a test writes it, before its defaults are filled in. */
export type FaultInput = {
  openapi?: Partial<NonNullable<FaultOrder['openapi']>>
  database?: Partial<NonNullable<FaultOrder['database']>>
  function?: Partial<NonNullable<FaultOrder['function']>>
  clear?: boolean
}

export interface TestCloud {
  url: string
  dataDir: string
  engine: Engine
  /**
   * Calls a procedure as the person with this openid; the reply is what a client reads.
   * @throws Error when it tells something else than its contract
   */
  call<T = unknown>(openid: string, name: string, input?: unknown, requestId?: string): Promise<CallReply<T>>
  /** Freezes the functions' clock at an instant; null gives real time back. */
  clock(at: string | null): Promise<void>
  fault(order: FaultInput): Promise<void>
  /** Fires a function's timer and waits for it. */
  timer(functionName: string, trigger: string): Promise<unknown>
  subscribe(openid: string, templateId: string, accepted: number): Promise<void>
  log(procedure?: string): Promise<InvocationRecord[]>
  outbox(): Promise<OutboxEntry[]>
  people(): Promise<DemoPerson[]>
  dump<T = Record<string, unknown>>(collection: string): Promise<T[]>
  /** Any other door, for what the harness has no word for. */
  door(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>
  close(): Promise<void>
}

/**
 * A whole local cloud of its own, on a free port over an empty folder, with the functions as they are built.
 * Timers do not fire by themselves. `close` throws when an invocation scanned, unless `allowScans`.
 */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const { allowScans = false, ...rest } = options
  const functionsDir = options.functionsDir ?? path.join(ROOT, 'dist/cloudfunctions')
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'wo-cloud-')))
  const scans: string[] = []
  const cloud = await startLocalCloud({
    seed: 'none',
    timers: false,
    flushes: false,
    abandonedTransactionMs: ABANDONED_TRANSACTION_MS,
    ...rest,
    port: 0,
    dataDir,
    functionsDir,
    onScan: scan => scans.push(scan),
  })
  const close = async () => {
    await cloud.close()
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    if (!allowScans && scans.length > 0) throw new Error(`Queries that scan:\n${scans.join('\n')}`)
  }
  return { ...speakTo(cloud.url), url: cloud.url, dataDir, engine: cloud.engine, close }
}

/** The doors of a local cloud that already listens at `url`. */
export function speakTo(url: string): Omit<TestCloud, 'engine' | 'dataDir' | 'url' | 'close'> {
  const door = async (method: string, target: string, body?: unknown, headers = {}) => {
    const response = await fetch(`${url}${target}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
  const ask = async <T>(method: string, target: string, body?: unknown): Promise<T> => {
    const reply = await door(method, target, body)
    if (reply.status !== 200) throw new Error(`${method} ${target}: ${JSON.stringify(reply.body)}`)
    return reply.body as T
  }
  return {
    door,
    call: async <T>(openid: string, name: string, input: unknown = {}, requestId?: string) => {
      const { body } = await door('POST', '/call', { name, input, requestId }, { 'x-openid': openid })
      const reply = body as CallReply<T>
      if (reply?.ok) assertAsPromised(name, reply.data)
      return noteOrigin(name, reply)
    },
    clock: async at => ask('POST', '/local/clock', { at }),
    fault: async order => ask('POST', '/local/fault', order),
    timer: (functionName, trigger) => ask('POST', '/local/timer', { function: functionName, trigger }),
    subscribe: (openid, templateId, accepted) =>
      ask('POST', '/local/subscriptions', { openid, templateId, accepted }),
    log: procedure => ask('GET', `/local/log${procedure ? `?procedure=${procedure}` : ''}`),
    outbox: () => ask('GET', '/local/outbox'),
    people: () => ask('GET', '/local/people'),
    dump: collection => ask('GET', `/local/dump/${collection}`),
  }
}

/** Polls until `probe` gives something other than null or undefined; throws after ten seconds. */
export async function until<T>(what: string, probe: () => Promise<T | null | undefined>): Promise<T> {
  const deadlineMs = performance.now() + DEADLINE_MS
  while (performance.now() < deadlineMs) {
    const found = await probe()
    if (found !== null && found !== undefined) return found
    // Between two looks of a poll that the deadline ends.
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
  }
  throw new Error(`Waited in vain for ${what}`)
}
