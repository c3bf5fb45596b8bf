/**
 * The embedded database of the local cloud: the `database.*` half of the wire protocol, with the rules of the real
 * one, over LMDB. For a newcomer, from the outside in:
 *
 *   index.ts           this interface
 *   engine.ts          one function per wire action: checks the request, calls below, shapes the reply
 *   wire.ts            EJSON strings to values and back, serverDate, the 16 MB limit of a reply
 *   failure.ts         every error the database answers with
 *   transactions.ts    snapshots by pre-images, locks, conflicts, the 30 s life
 *   writes.ts          plain writes and the queue that commits all writes of a turn together, durably
 *   find.ts            runs a query plan; planner.ts makes it, out of what conditions.ts reads in the filter
 *   matcher.ts         the predicate of a filter (mingo, with MongoDB's semantics where mingo has its own)
 *   aggregate.ts       pipelines (planner first, then mingo)
 *   operators/         update operators: update.ts, arrays.ts, paths.ts
 *   store.ts           documents and index entries as ordered bytes in LMDB; catalog.ts: which exist
 *   indexKeys.ts       values as bytes that sort like the values; values.ts: that order, and dotted paths
 *
 * One process owns a directory, and all work on it is synchronous on one thread; only waiting (for the shared
 * commit, for a lock) is asynchronous. Documents without an order come by `_id`: the cloud promises no order, and
 * insertion order would hide that somebody relies on it.
 */
export interface IndexDeclaration {
  name: string
  keys: [field: string, direction: 1 | -1][]
  unique?: boolean
}

/** `_id` is always a unique index and is not declared. */
export interface CollectionDeclaration {
  name: string
  indexes: IndexDeclaration[]
}

export interface EngineOptions {
  dir: string
  collections: CollectionDeclaration[]
  /** ms since the epoch: what `serverDate` means. */
  now: () => number
  /** How long a transaction may stay open. 30,000 as in the cloud when absent. */
  transactionLifeMs?: number
  /** Whether a commit waits for the disk, and so survives a power cut; it survives `kill -9` without. True when absent. */
  flushes?: boolean
}

/** Exactly what goes on the wire as JSON. */
export interface EngineReply {
  code?: string
  message?: string
  transactionId?: string
  data?: unknown
}

export interface Plan {
  collection: string
  /** Name of the index (joined by + when an `$or` uses several), `_id_`, or null. */
  index: string | null
  /** Index entries or documents looked at. */
  scanned: number
  returned: number
  /**
   * No index narrowed the query, an order was made in memory over an unbounded result, or it looked at more than a
   * hundred documents and at ten times as many as it returned and named keys.
   */
  scan: boolean
}

export interface Executed {
  reply: EngineReply
  plan?: Plan
}

export interface Engine {
  /** Answers one wire action (`database.getDocument`, …). What the database refuses is a reply with a `code`. */
  execute(action: string, request: Record<string, unknown>): Promise<Executed>
  /** Creates collections, builds indexes that are new or changed, drops those no longer declared. */
  declare(collections: CollectionDeclaration[]): void
  /** Inserts in bulk, durably, in commits of a thousand. @throws DatabaseFailure on the first that is refused */
  insertMany(collection: string, documents: Record<string, unknown>[]): Promise<void>
  /** Plain JSON ordered by `_id`; dates as ISO strings under `$date`. */
  dump(collection: string): Record<string, unknown>[]
  /** Equal for equal contents, whatever the order in which they got there. */
  digest(): Record<string, { count: number; hash: string }>
  /** Lets transactions that nobody can go on with end in so many ms; those that have ended are no matter. */
  abandon(transactionIds: readonly string[], restMs: number): void
  /** Ends every open transaction. */
  abortAll(): void
  close(): Promise<void>
}

export { openEngine } from './engine'
