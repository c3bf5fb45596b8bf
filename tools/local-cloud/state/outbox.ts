import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

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

/**
 * What the functions sent out through openapi, the last 5,000 calls. Each is a line of a file, written as it goes out:
 * the world that it was sent in outlives the process as well.
 */
export class Outbox {
  private readonly file: string
  private entries: OutboxEntry[]
  private lastId: number

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true })
    this.file = path.join(dataDir, 'outbox.jsonl')
    this.entries = linesOf(this.file).slice(-KEPT)
    this.lastId = this.entries.at(-1)?.id ?? 0
    this.write()
  }

  add(entry: Omit<OutboxEntry, 'id'>): OutboxEntry {
    const stored = { id: ++this.lastId, ...entry }
    this.entries.push(stored)
    if (this.entries.length > KEPT) this.entries.shift()
    appendFileSync(this.file, lineOf(stored))
    return stored
  }

  list(after = 0): OutboxEntry[] {
    return this.entries.filter(entry => entry.id > after)
  }

  clear(): void {
    this.entries = []
    this.write()
  }

  private write(): void {
    writeFileSync(this.file, this.entries.map(lineOf).join(''))
  }
}

const lineOf = (entry: OutboxEntry) => `${JSON.stringify(entry)}\n`

/** What a process wrote that was killed; half a line at the end went out to nobody who knows of it. */
function linesOf(file: string): OutboxEntry[] {
  if (!existsSync(file)) return []
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return whole.map(line => JSON.parse(line) as OutboxEntry)
}
