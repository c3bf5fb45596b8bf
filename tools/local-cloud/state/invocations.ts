import { randomUUID } from 'node:crypto'

const KEPT = 1_000

/** One request of a function to the database, as the log tells it: shapes and counts, never data. */
export interface DatabaseRequest {
  action: string
  collection: string | null
  index: string | null
  scanned: number
  returned: number
  /** Of the documents in the answer, as text. */
  returnedBytes: number
  scan: boolean
  inTransaction: boolean
  durationMs: number
  errorCode: string | null
}

/** What the log keeps of one invocation. It never holds input or output, which are personal data. */
export interface InvocationRecord {
  id: number
  at: string
  function: string
  procedure: string | null
  openid: string | null
  source: string
  requestId: string | null
  durationMs: number
  coldStart: boolean
  finished: boolean
  ok: boolean
  errorCode: string | null
  databaseRequests: DatabaseRequest[]
  openapiCalls: string[]
  scans: number
  /** Requests that arrived after the function had returned: the real service freezes the instance by then. */
  lateRequests: number
}

/** A running invocation: its record, its caller and the hold on its worker. */
export interface Invocation {
  token: string
  record: InvocationRecord
  /** How often this request had been tried before, as far as the log remembers. */
  triesBefore: number
  /** How many database requests have arrived, those refused included. */
  databaseArrivals: number
  /** The transactions it has begun, by their ids. */
  transactions: string[]
  /** Terminates the worker that runs it; the promise settles when the worker is gone. */
  kill(): Promise<void>
}

/** The same in every run, whatever else is under way: what a person asked for and the how many-th try of it this is. */
export function nameOf({ record, triesBefore }: Invocation): string {
  return `${record.function}/${record.requestId ?? record.id}/${triesBefore}`
}

export interface Opening {
  at: string
  function: string
  procedure: string | null
  openid: string | null
  source: string
  requestId: string | null
}

/** The last invocations, and those under way by the token their requests carry. */
export class InvocationLog {
  private records: InvocationRecord[] = []
  private readonly byToken = new Map<string, Invocation>()
  private lastId = 0

  open(opening: Opening): Invocation {
    const record: InvocationRecord = {
      id: ++this.lastId,
      ...opening,
      durationMs: 0,
      coldStart: false,
      finished: false,
      ok: false,
      errorCode: null,
      databaseRequests: [],
      openapiCalls: [],
      scans: 0,
      lateRequests: 0,
    }
    const invocation: Invocation = {
      token: randomUUID(),
      record,
      triesBefore: this.triesOf(opening),
      databaseArrivals: 0,
      transactions: [],
      kill: async () => undefined,
    }
    this.records.push(record)
    this.byToken.set(invocation.token, invocation)
    if (this.records.length > KEPT) this.records.shift()
    if (this.byToken.size > 2 * KEPT) this.forgetFinished()
    return invocation
  }

  find(token: string): Invocation | undefined {
    return this.byToken.get(token)
  }

  list(filter: { procedure?: string | undefined; after?: number | undefined } = {}): InvocationRecord[] {
    return this.records.filter(
      record =>
        record.id > (filter.after ?? 0) &&
        (filter.procedure === undefined || `${record.function}.${record.procedure}` === filter.procedure),
    )
  }

  clear(): void {
    this.records = []
  }

  private triesOf({ function: name, requestId }: Opening): number {
    const isTry = (record: InvocationRecord) => record.requestId === requestId && record.function === name
    return requestId === null ? 0 : this.records.filter(isTry).length
  }

  private forgetFinished(): void {
    for (const [token, invocation] of this.byToken) {
      if (invocation.record.finished) this.byToken.delete(token)
    }
  }
}
