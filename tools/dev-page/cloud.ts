/// <reference lib="dom" />

/** What the local cloud's doors answer, as far as the page shows it. */
export interface DemoPerson {
  name: string
  employeeId: string | null
  openid: string
  roles: string[]
  department?: string
  site?: string
}

export interface Clock {
  at: string
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

/** A colleague of the roster whom no WeChat account is bound to: somebody to register as. */
export interface Unregistered {
  _id: string
  name: string
  phone: string
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
  clearOutbox: () => ask<unknown>('outbox', 'DELETE'),
  fault: (order: object) => ask<unknown>('fault', 'POST', order),
}

export type Network = 'ok' | 'slow' | 'offline'

export async function setNetwork(network: Network): Promise<void> {
  await fetch(`/dev/network?is=${network}`, { method: 'POST' })
}
