import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { ErrorCode } from '../../domain/kernel/errors'
import { buildFunctions } from '../build/functions'
import { startLocalCloud } from '../local-cloud'
import type { Engine } from '../local-cloud/engine'
import type { InvocationRecord } from '../local-cloud/state/invocations'
import type { Input, Output, ProcedureName } from './procedures'

const FUNCTIONS_DIR = path.resolve(__dirname, '../../dist/cloudfunctions')

export interface Person {
  id: string
  openid: string
  roles: readonly string[]
}

/** A local cloud of its own over a folder of its own. */
export interface BenchWorld {
  url: string
  dataDir: string
  engine: Engine
  /** Registered colleagues who have not left, in a fixed order. */
  people: readonly Person[]
  /** The roster as it is stored. */
  roster: readonly EmployeeDocument[]
  /** @throws when the procedure refuses: a bench that measures refusals measures nothing */
  call<N extends ProcedureName>(openid: string, name: N, input: Input<N>): Promise<Called<Output<N>>>
  /** As `call`, for what may be refused and is sent again under its id. */
  ask(openid: string, name: ProcedureName, input: unknown, requestId: string): Promise<Asked>
  /** Freezes the functions' clock at an instant. */
  setClock(at: string): Promise<void>
  /** The log's records of a procedure after a record; the log keeps 500 of all. */
  log(procedure: string, after: number): Promise<InvocationRecord[]>
  dump<T>(collection: string): T[]
  close(): Promise<void>
}

export interface Called<T> {
  data: T
  /** From the request to the last byte of the reply. */
  durationMs: number
  replyBytes: number
}

export interface Asked {
  /** What was refused; null: nothing. */
  refused: ErrorCode | null
  durationMs: number
}

/**
 * Starts the demonstration world, or an empty one at an instant. One instance a function, as one caller after the other
 * needs, or several for a crowd. `close` throws when a request scanned, unless `known` says of it that it does.
 */
export async function startWorld(workers = 1, emptyAt?: Date, known?: RegExp): Promise<BenchWorld> {
  await buildFunctions()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'wo-bench-'))
  const scans: string[] = []
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: FUNCTIONS_DIR,
    ...(emptyAt ? { seed: 'none', clock: emptyAt.toISOString() } : { seed: 'demo' }),
    workers,
    timers: false,
    onScan: scan => {
      if (!known?.test(scan)) scans.push(scan)
    },
  })
  const dump = <T>(collection: string) => cloud.engine.dump(collection) as T[]
  const roster = dump<EmployeeDocument>('identity_employees')
  return {
    url: cloud.url,
    dataDir,
    engine: cloud.engine,
    roster,
    people: roster.filter(({ status, boundAt }) => status === 'active' && boundAt !== null).map(personOf),
    call: (openid, name, input) => call(cloud.url, openid, name, input),
    ask: (openid, name, input, requestId) => ask(cloud.url, openid, { name, input, requestId }),
    setClock: at => setClock(cloud.url, at),
    log: (procedure, after) => readLog(cloud.url, procedure, after),
    dump,
    async close() {
      await cloud.close()
      await rm(dataDir, { recursive: true, force: true })
      if (scans.length > 0) throw new Error(`Queries that scan:\n${scans.join('\n')}`)
    },
  }
}

function personOf({ _id, openid, grants }: EmployeeDocument): Person {
  return { id: _id, openid, roles: grants.map(({ role }) => role) }
}

interface Asking {
  name: string
  input: unknown
  requestId: string
}

async function send<T>(url: string, openid: string, asking: Asking) {
  const startedMs = performance.now()
  const response = await fetch(`${url}/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify(asking),
  })
  const text = await response.text()
  const durationMs = performance.now() - startedMs
  const reply = JSON.parse(text) as { ok: true; data: T } | { ok: false; error: { code: ErrorCode } }
  return { reply, durationMs, replyBytes: Buffer.byteLength(text) }
}

async function call<T>(url: string, openid: string, name: string, input: unknown): Promise<Called<T>> {
  const { reply, ...measured } = await send<T>(url, openid, { name, input, requestId: randomUUID() })
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(input)} was refused: ${reply.error.code}`)
  return { data: reply.data, ...measured }
}

async function ask(url: string, openid: string, asking: Asking): Promise<Asked> {
  const { reply, durationMs } = await send(url, openid, asking)
  return { refused: reply.ok ? null : reply.error.code, durationMs }
}

async function setClock(url: string, at: string): Promise<void> {
  const body = JSON.stringify({ at })
  await fetch(`${url}/local/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}

async function readLog(url: string, procedure: string, after: number): Promise<InvocationRecord[]> {
  const response = await fetch(`${url}/local/log?procedure=${procedure}&after=${after}`)
  return (await response.json()) as InvocationRecord[]
}

/** Runs a timer of a function once, and waits until it is through. */
export async function fireTimer(url: string, name: string, trigger: string): Promise<void> {
  const body = JSON.stringify({ function: name, trigger })
  await fetch(`${url}/local/timer`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}

/** What the latest run of any timer did. */
export async function latestRun(url: string): Promise<InvocationRecord | undefined> {
  const response = await fetch(`${url}/local/log`)
  const records = (await response.json()) as InvocationRecord[]
  return records.filter(({ source }) => source === 'wx_trigger').at(-1)
}
