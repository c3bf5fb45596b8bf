/**
 * Documents and index entries in one LMDB environment. Three trees:
 *   catalog    one JSON record: collections, their indexes, and the numbers that stand for them
 *   documents  [collection u16][_id key] → BSON
 *   entries    [index u32][index key][_id key unless unique] → _id key
 * Keys are order-preserving bytes (indexKeys.ts), so a walk of a key range is an ordered index scan.
 *
 * All work is synchronous on one thread: a reader never sees half a write, and no reader needs a lock.
 */
import { deserialize, serialize } from 'bson'
import { type Database, open, type RootDatabase } from 'lmdb'
import { type Catalog, type CollectionState, emptyCatalog, type IndexState } from './catalog'
import { duplicateKey, requestFailed } from './failure'
import { AFTER, type DocumentEntries, entriesOf } from './indexKeys'
import type { Document } from './values'

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024
const CATALOG_KEY = 'catalog'

export interface Change {
  collection: CollectionState
  idKey: Buffer
  before: Document | null
  after: Document | null
}

export interface StoredDocument {
  idKey: Buffer
  document: Document
}

/** What a change does to one index. */
interface IndexChange {
  index: IndexState
  stale: Buffer[]
  fresh: Buffer[]
  multikey: string[]
}

/** Key bytes [from, to). */
export interface KeyRange {
  from: Buffer
  to: Buffer
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export class Store {
  private readonly root: RootDatabase<unknown, string>
  private readonly catalogTree: Database<Catalog, string>
  private readonly documents: Database<Buffer, Buffer>
  private readonly entries: Database<Buffer, Buffer>
  catalog: Catalog
  /** Told of every change inside the commit that makes it, before the next reader can see it. */
  onChange: (change: Change) => void = () => undefined

  constructor(dir: string, flushes: boolean) {
    // `overlappingSync: false` is LMDB's classic commit: transactionSync returns after fdatasync of data and
    // meta page. With overlapping syncs it would return after the commit and flush behind our back: enough for
    // kill -9, not for a power cut. The price, one flush a commit, is shared by all writes of a turn (writes.ts).
    // Without flushes the pages are the operating system's when a commit returns, so that they outlive the process.
    this.root = open({ path: dir, maxDbs: 4, overlappingSync: false, noSync: !flushes, noSubdir: false })
    this.catalogTree = this.root.openDB<Catalog, string>({ name: 'catalog', encoding: 'json' })
    this.documents = this.root.openDB<Buffer, Buffer>({
      name: 'documents',
      encoding: 'binary',
      keyEncoding: 'binary',
    })
    this.entries = this.root.openDB<Buffer, Buffer>({
      name: 'entries',
      encoding: 'binary',
      keyEncoding: 'binary',
    })
    this.catalog = this.catalogTree.get(CATALOG_KEY) ?? emptyCatalog()
  }

  /** Runs `work` in one durable commit: when this returns, what it wrote survives anything. */
  commit<T>(work: () => T): T {
    return this.root.transactionSync(work)
  }

  saveCatalog(): void {
    this.catalogTree.putSync(CATALOG_KEY, this.catalog)
  }

  get(collection: CollectionState, idKey: Buffer): Document | null {
    const bytes = this.documents.get(Buffer.concat([u16(collection.id), idKey]))
    return bytes ? (deserialize(bytes) as Document) : null
  }

  /** The holder of a key in a unique index. */
  holder(index: IndexState, key: Buffer): Buffer | null {
    return this.entries.get(Buffer.concat([u32(index.id), key])) ?? null
  }

  /**
   * Applies changes together: all removals first, so that one document may take over another's unique key.
   * Entries that stay as they are aren't touched: a like changes two of a post's six indexes, and each page left alone
   * is one that the commit need not write.
   * The caller has checked uniqueness and runs inside `commit`.
   */
  apply(changes: Change[]): void {
    // Whatever can be refused is worked out before the first byte is written.
    const prepared = changes.map(change => ({
      ...change,
      bytes: change.after && this.encode(change.after),
      indexes: indexChanges(change),
    }))
    for (const change of changes) this.onChange(change)
    for (const { idKey, indexes } of prepared) {
      for (const { index, stale } of indexes) {
        for (const key of stale) this.entries.removeSync(entryKey(index, key, idKey))
      }
    }
    for (const { collection, idKey, bytes, indexes } of prepared) {
      const key = Buffer.concat([u16(collection.id), idKey])
      if (bytes) this.documents.putSync(key, bytes)
      else this.documents.removeSync(key)
      for (const { index, fresh, multikey } of indexes)
        this.addEntries(index, idKey, { keys: fresh, multikey })
    }
  }

  private encode(document: Document): Buffer {
    const bytes = Buffer.from(serialize(document, { ignoreUndefined: true }))
    if (bytes.length > MAX_DOCUMENT_BYTES) throw requestFailed('document is larger than 16 MB')
    return bytes
  }

  private addEntries(index: IndexState, idKey: Buffer, { keys, multikey }: DocumentEntries): void {
    for (const key of keys) this.entries.putSync(entryKey(index, key, idKey), idKey)
    const added = multikey.filter(path => !index.multikey.includes(path))
    if (added.length === 0) return
    index.multikey.push(...added)
    this.saveCatalog()
  }

  /** Ordered `_id` keys of an index range; each step costs one step in the tree, nothing is loaded ahead. */
  *walkIndex(index: IndexState, range: KeyRange, reverse: boolean): Generator<Buffer> {
    const prefix = u32(index.id)
    for (const { value } of walk(this.entries, prefix, range, reverse)) yield value
  }

  *walkDocuments(collection: CollectionState, range: KeyRange, reverse: boolean): Generator<StoredDocument> {
    for (const { key, value } of walk(this.documents, u16(collection.id), range, reverse)) {
      yield { idKey: key.subarray(2), document: deserialize(value) as Document }
    }
  }

  /** Every document of a collection, ordered by `_id`. */
  all(collection: CollectionState): Generator<StoredDocument> {
    return this.walkDocuments(collection, { from: Buffer.alloc(0), to: AFTER }, false)
  }

  dropEntries(index: IndexState): void {
    const keys = [...walk(this.entries, u32(index.id), { from: Buffer.alloc(0), to: AFTER }, false)]
    for (const { key } of keys) this.entries.removeSync(key)
  }

  /** Fills a new index from the documents there are. @throws DatabaseFailure E11000 when they break its uniqueness */
  buildIndex(collection: CollectionState, index: IndexState): void {
    for (const { idKey, document } of this.all(collection)) {
      const entries = entriesOf(document, index.keys)
      if (index.unique && entries.keys.some(key => this.holder(index, key))) {
        throw duplicateKey(collection.name, index.name, describeKey(document, index))
      }
      this.addEntries(index, Buffer.from(idKey), entries)
    }
  }

  async close(): Promise<void> {
    await this.root.close()
  }
}

const NO_ENTRIES: DocumentEntries = { keys: [], multikey: [] }

function indexChanges({ collection, before, after }: Change): IndexChange[] {
  return collection.indexes.map(index => {
    const held = before ? entriesOf(before, index.keys) : NO_ENTRIES
    const wanted = after ? entriesOf(after, index.keys) : NO_ENTRIES
    return {
      index,
      stale: without(held.keys, wanted.keys),
      fresh: without(wanted.keys, held.keys),
      multikey: wanted.multikey,
    }
  })
}

const without = (keys: Buffer[], others: Buffer[]): Buffer[] =>
  keys.filter(key => !others.some(other => other.equals(key)))

const entryKey = (index: IndexState, key: Buffer, idKey: Buffer): Buffer =>
  index.unique ? Buffer.concat([u32(index.id), key]) : Buffer.concat([u32(index.id), key, idKey])

/** The `dup key` part of an E11000. */
export function describeKey(document: Document, index: IndexState): string {
  return JSON.stringify(Object.fromEntries(index.keys.map(([path]) => [path, document[path] ?? null])))
}

function* walk(
  tree: Database<Buffer, Buffer>,
  prefix: Buffer,
  range: KeyRange,
  reverse: boolean,
): Generator<{ key: Buffer; value: Buffer }> {
  const from = Buffer.concat([prefix, range.from])
  const to = Buffer.concat([prefix, range.to])
  if (Buffer.compare(from, to) >= 0) return
  const options = reverse
    ? { start: to, end: from, reverse: true, exclusiveStart: true, inclusiveEnd: true }
    : { start: from, end: to }
  for (const entry of tree.getRange(options)) yield { key: entry.key, value: entry.value }
}
