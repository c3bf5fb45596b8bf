/// <reference lib="dom" />
import type { PhoneCall } from '../start/phoneCalls'
import type { RunningFault } from './faults'

export type { PhoneCall }

/** What the local cloud's doors answer, as far as the page shows it. */
export interface DemoPerson {
  name: string
  employeeId: string | null
  openid: string
  roles: string[]
  /** What a role is limited to, where that has a name: the associations somebody presides over. */
  scopes: Record<string, string[]>
  department?: string
  site?: string
}

export interface Clock {
  at: string
  /** Whether nobody has set it. */
  real: boolean
  frozen: boolean
}

export interface Invocation {
  id: number
  at: string
  function: string
  procedure: string | null
  openid: string | null
  requestId: string | null
  durationMs: number
  ok: boolean
  finished: boolean
  errorCode: string | null
  scans: number
  databaseRequests: {
    action: string
    collection: string | null
    index: string | null
    scanned: number
    returned: number
    scan: boolean
    durationMs: number
  }[]
}

export interface Sent {
  id: number
  at: string
  api: string
  openid?: string | null
  data: { templateId?: string; template_id?: string; data?: Record<string, { value: string }> }
  result: unknown
}

/** A message of the night, which waits for the morning. */
export interface Held {
  _id: string
  employeeId: string
  template: string
  values: string[]
}

/** A colleague of the roster whom no WeChat account is bound to: somebody to register as. */
export interface Unregistered {
  _id: string
  name: string
  phone: string
}

/** A movement of coins, as far as a call is found by it. */
export interface LedgerEntry {
  _id: string
  employeeId: string
  recordedAt: number
}

async function ask<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const response = await fetch(`/cloud/local/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as T
}

export const cloud = {
  people: () => ask<DemoPerson[]>('people'),
  unregistered: async (): Promise<Unregistered | undefined> => {
    const employees =
      await ask<(Unregistered & { openid: string; status: string })[]>('dump/identity_employees')
    return employees.find(({ openid, status }) => openid.startsWith('unbound:') && status === 'active')
  },
  clock: () => ask<Clock>('clock'),
  /** Null returns to real time. */
  setClock: (at: string | null) => ask<Clock>('clock', 'POST', at === null ? { at } : { at, runs: true }),
  log: (after: number) => ask<Invocation[]>(`log?after=${after}`),
  outbox: (after: number) => ask<Sent[]>(`outbox?after=${after}`),
  held: () => ask<Held[]>('dump/notice_held'),
  clearOutbox: () => ask<unknown>('outbox', 'DELETE'),
  faults: () => ask<RunningFault[]>('fault'),
  entries: () => ask<LedgerEntry[]>('dump/coin_entries'),
  fault: (order: object) => ask<unknown>('fault', 'POST', order),
}

export type Network = 'ok' | 'slow' | 'offline' | 'empty'

export async function setNetwork(network: Network): Promise<void> {
  await fetch(`/dev/network?is=${network}`, { method: 'POST' })
}

export async function readNetwork(): Promise<Network> {
  return ((await (await fetch('/dev/network')).json()) as { network: Network }).network
}

/** What the phone's calls came to, by requestId, where a word says it. */
export async function readResults(): Promise<Record<string, string>> {
  return (await (await fetch('/dev/results')).json()) as Record<string, string>
}

/** Where the local cloud listens itself, for calls from a terminal. */
export async function readCloudUrl(): Promise<string> {
  const { url } = (await (await fetch('/dev/cloud')).json()) as { url: string }
  return url
}

/** What the phone sent and got; undefined for a timer's call, and for one long ago. */
export async function readPhoneCall(requestId: string): Promise<PhoneCall | undefined> {
  const response = await fetch(`/dev/call?requestId=${encodeURIComponent(requestId)}`)
  return response.ok ? ((await response.json()) as PhoneCall) : undefined
}

/** Sends a call once more as it was, requestId included: a command that has been done answers as it did. */
export async function replay({ openid, name, input, requestId }: PhoneCall): Promise<unknown> {
  const response = await fetch('/cloud/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ name, input, requestId }),
  })
  return response.json()
}
