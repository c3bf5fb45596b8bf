const KEPT = 5_000

/** One call of an openapi, as it went out to WeChat and what came back. */
export interface OutboxEntry {
  id: number
  at: string
  api: string
  function: string
  openid: string | null
  data: Record<string, unknown>
  result: Record<string, unknown>
}

/** What the functions sent out through openapi, the last 5,000 calls. */
export class Outbox {
  private entries: OutboxEntry[] = []
  private lastId = 0

  add(entry: Omit<OutboxEntry, 'id'>): OutboxEntry {
    const stored = { id: ++this.lastId, ...entry }
    this.entries.push(stored)
    if (this.entries.length > KEPT) this.entries.shift()
    return stored
  }

  list(after = 0): OutboxEntry[] {
    return this.entries.filter(entry => entry.id > after)
  }

  clear(): void {
    this.entries = []
  }
}
