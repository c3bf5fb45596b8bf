/**
 * Transactions: snapshot isolation by pre-images, write locks, and the life of a transaction.
 *
 * Reads of a transaction see its own writes, then the pre-images of whatever others have committed since it began,
 * then the store: together the state at its start. Nothing is kept while no transaction is open.
 * Write skew stays possible, as under snapshot isolation everywhere: reads take no lock.
 */
import { randomUUID } from 'node:crypto'
import type { CollectionState, IndexState } from './catalog'
import { duplicateKey, transactionConflict, transactionMissing } from './failure'
import { entriesOf } from './indexKeys'
import { type Change, describeKey, type Store } from './store'
import type { Document } from './values'

export interface Transaction {
  id: string
  open: boolean
  /** As they were at the start: documents that others changed since, by document key. */
  preimages: Map<string, Document | null>
  /** What commit will apply, by document key; `before` is the state at the start. */
  writes: Map<string, Change>
  locks: Set<string>
  /** Plain writes to try again once this transaction has ended. */
  waiting: (() => void)[]
  expiry: NodeJS.Timeout
}

export const documentKey = (collection: CollectionState, idKey: Buffer): string =>
  `d${collection.id}:${idKey.toString('latin1')}`
export const uniqueKey = (index: IndexState, key: Buffer): string => `u${index.id}:${key.toString('latin1')}`

/** Keys that a change would add to a unique index. */
export function addedUniqueKeys(change: Change): { index: IndexState; key: Buffer }[] {
  const { after, before } = change
  if (!after) return []
  return change.collection.indexes
    .filter(index => index.unique)
    .flatMap(index => {
      const held = before ? entriesOf(before, index.keys).keys : []
      return entriesOf(after, index.keys)
        .keys.filter(key => !held.some(other => other.equals(key)))
        .map(key => ({ index, key }))
    })
}

export class Transactions {
  private readonly opened = new Map<string, Transaction>()
  private readonly locks = new Map<string, Transaction>()

  constructor(
    private readonly store: Store,
    private readonly lifeMs: number,
  ) {
    store.onChange = change => this.remember(change)
  }

  start(): Transaction {
    const transaction: Transaction = {
      id: randomUUID(),
      open: true,
      preimages: new Map(),
      writes: new Map(),
      locks: new Set(),
      waiting: [],
      expiry: setTimeout(() => this.end(transaction), this.lifeMs).unref(),
    }
    this.opened.set(transaction.id, transaction)
    return transaction
  }

  /** @throws DatabaseFailure when it has ended: committed, aborted, or older than its life */
  require(id: unknown): Transaction {
    const transaction = typeof id === 'string' ? this.opened.get(id) : undefined
    if (!transaction) throw transactionMissing()
    return transaction
  }

  /** Releases the locks; what was not committed is gone. */
  end(transaction: Transaction): void {
    if (!transaction.open) return
    transaction.open = false
    clearTimeout(transaction.expiry)
    this.opened.delete(transaction.id)
    for (const key of transaction.locks) this.locks.delete(key)
    for (const retry of transaction.waiting) retry()
  }

  /** Nobody goes on with these: what is still open of them ends in so many ms. */
  abandon(ids: readonly string[], restMs: number): void {
    for (const id of ids) {
      const transaction = this.opened.get(id)
      if (!transaction) continue
      clearTimeout(transaction.expiry)
      transaction.expiry = setTimeout(() => this.end(transaction), restMs).unref()
    }
  }

  endAll(): void {
    for (const transaction of [...this.opened.values()]) this.end(transaction)
  }

  holder(lock: string): Transaction | undefined {
    return this.locks.get(lock)
  }

  private remember(change: Change): void {
    if (this.opened.size === 0) return
    const key = documentKey(change.collection, change.idKey)
    for (const transaction of this.opened.values()) {
      if (!transaction.preimages.has(key)) transaction.preimages.set(key, change.before)
    }
  }

  read(transaction: Transaction, collection: CollectionState, idKey: Buffer): Document | null {
    const key = documentKey(collection, idKey)
    const written = transaction.writes.get(key)
    return written ? written.after : this.atStart(transaction, collection, idKey)
  }

  private atStart(transaction: Transaction, collection: CollectionState, idKey: Buffer): Document | null {
    const preimage = transaction.preimages.get(documentKey(collection, idKey))
    return preimage === undefined ? this.store.get(collection, idKey) : preimage
  }

  /** @throws DatabaseFailure TransactionConflict at once when another open transaction holds the lock */
  private lock(transaction: Transaction, key: string): void {
    const holder = this.locks.get(key)
    if (holder === transaction) return
    if (holder) throw transactionConflict()
    this.locks.set(key, transaction)
    transaction.locks.add(key)
  }

  /**
   * Buffers one write. First committer wins: it is refused at once when others have committed a change of its document
   * since the start, or hold it. Any failure ends the transaction, as it does on the server.
   * @param compute the new document from the present one; null removes it, the same object changes nothing
   */
  write(
    transaction: Transaction,
    collection: CollectionState,
    idKey: Buffer,
    compute: (present: Document | null) => Document | null,
  ): { before: Document | null; after: Document | null } {
    try {
      const present = this.read(transaction, collection, idKey)
      const after = compute(present)
      if (after === present) return { before: present, after }
      const key = documentKey(collection, idKey)
      if (transaction.preimages.has(key)) throw transactionConflict()
      this.lock(transaction, key)
      const change: Change = {
        collection,
        idKey,
        before: this.atStart(transaction, collection, idKey),
        after,
      }
      for (const { index, key: added } of addedUniqueKeys({ ...change, before: present })) {
        this.claim(transaction, change, index, added)
      }
      transaction.writes.set(key, change)
      return { before: present, after }
    } catch (error) {
      this.end(transaction)
      throw error
    }
  }

  /** Makes sure that a unique key is free in this snapshot and stays so until the end. */
  private claim(transaction: Transaction, change: Change, index: IndexState, key: Buffer): void {
    this.lock(transaction, uniqueKey(index, key))
    const holder = this.store.holder(index, key)
    const rival = holder && !holder.equals(change.idKey) ? documentKey(change.collection, holder) : null
    if (rival && !transaction.writes.has(rival)) {
      if (transaction.preimages.has(rival)) throw transactionConflict()
      throw duplicateKey(change.collection.name, index.name, describeKey(change.after ?? {}, index))
    }
    if (this.wasHeld(transaction, change.collection, index, key)) throw transactionConflict()
    const own = documentKey(change.collection, change.idKey)
    for (const [other, written] of transaction.writes) {
      if (other === own || written.collection !== change.collection || !written.after) continue
      if (entriesOf(written.after, index.keys).keys.some(taken => taken.equals(key))) {
        throw duplicateKey(change.collection.name, index.name, describeKey(change.after ?? {}, index))
      }
    }
  }

  /** Whether others have freed a unique key since the start: in this snapshot it is still held. */
  private wasHeld(
    { preimages, writes }: Transaction,
    collection: CollectionState,
    index: IndexState,
    key: Buffer,
  ): boolean {
    const own = documentKey(collection, Buffer.alloc(0))
    for (const [other, before] of preimages) {
      if (before === null || !other.startsWith(own) || writes.has(other)) continue
      if (entriesOf(before, index.keys).keys.some(held => held.equals(key))) return true
    }
    return false
  }

  /**
   * Applies the writes, inside the store's commit; the transaction ends either way. Their locks have kept everybody
   * else from their documents and unique keys, so that no conflict is left to be found here.
   */
  commit(transaction: Transaction): void {
    const changes = [...transaction.writes.values()]
    try {
      if (!transaction.open) throw transactionMissing()
      this.store.apply(changes.filter(change => change.before !== null || change.after !== null))
    } finally {
      this.end(transaction)
    }
  }
}
