/**
 * Writes outside transactions, and the queue through which every write reaches the disk.
 *
 * Group commit: all writes that arrive in one turn of the event loop share one durable LMDB commit, and each is
 * answered after it. A lone write pays one flush; sixteen clients pay one flush together.
 */
import { randomBytes } from 'node:crypto'
import type { CollectionState } from './catalog'
import { duplicateKey } from './failure'
import { type FindRequest, find } from './find'
import type { Plan } from './index'
import { encodeId } from './indexKeys'
import { applyUpdate } from './operators/update'
import { type Change, describeKey, type Store, type StoredDocument } from './store'
import { addedUniqueKeys, documentKey, type Transaction, type Transactions, uniqueKey } from './transactions'
import { compareValues, type Document, isPlainObject } from './values'

/** Either the result, or the transaction whose lock must go first; then nothing has been written. */
export type Attempt<T> = { result: T } | { blockedBy: Transaction }

interface Job {
  /** Runs inside the commit; returns how to answer once it is durable, or the transaction to wait for. */
  run: () => { answer: () => void } | { blockedBy: Transaction }
  reject: (error: unknown) => void
}

export class WriteQueue {
  private jobs: Job[] = []
  private scheduled = false

  constructor(private readonly store: Store) {}

  submit<T>(attempt: () => Attempt<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.add({
        run: () => {
          const outcome = attempt()
          return 'blockedBy' in outcome ? outcome : { answer: () => resolve(outcome.result) }
        },
        reject,
      })
    })
  }

  private add(job: Job): void {
    this.jobs.push(job)
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => this.flush())
  }

  private flush(): void {
    this.scheduled = false
    const jobs = this.jobs
    this.jobs = []
    const answers: (() => void)[] = []
    try {
      this.store.commit(() => {
        for (const job of jobs) answers.push(this.attempt(job))
      })
    } catch (error) {
      for (const job of jobs) job.reject(error)
      return
    }
    for (const answer of answers) answer()
  }

  private attempt(job: Job): () => void {
    try {
      const outcome = job.run()
      if ('answer' in outcome) return outcome.answer
      const { blockedBy } = outcome
      return () => (blockedBy.open ? blockedBy.waiting.push(() => this.add(job)) : this.add(job))
    } catch (error) {
      return () => job.reject(error)
    }
  }
}

export interface Modification {
  filter: Document
  /** Operators to apply, or with `replace` the new content. */
  data: Document
  replace: boolean
  multi: boolean
  upsert: boolean
}

export interface Modified {
  updated: number
  upsertedId: unknown
  plan: Plan
}

export const newId = (): string => randomBytes(16).toString('hex')

/** `_id` first, then the content: how the server stores a replaced document. */
export const replacement = (id: unknown, data: Document): Document => ({ _id: id, ...data })

/** The document an upsert starts from: what the filter says by equality. */
export function upsertSeed(filter: Document): Document {
  const equal = Object.entries(filter).filter(
    ([name, value]) => !name.startsWith('$') && !name.includes('.') && !isPlainObject(value),
  )
  return { _id: newId(), ...Object.fromEntries(equal) }
}

export function modifiedDocument(present: Document, change: Modification): Document {
  const after = change.replace ? replacement(present._id, change.data) : applyUpdate(present, change.data)
  return compareValues(after, present) === 0 ? present : after
}

export function insertedByUpsert(change: Modification): Document {
  const seed = upsertSeed(change.filter)
  return change.replace ? replacement(seed._id, change.data) : applyUpdate(seed, change.data, true)
}

export class PlainWrites {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
  ) {}

  private blocker(changes: Change[]): Transaction | undefined {
    for (const change of changes) {
      const locks = [
        documentKey(change.collection, change.idKey),
        ...addedUniqueKeys(change).map(({ index, key }) => uniqueKey(index, key)),
      ]
      for (const lock of locks) {
        const holder = this.transactions.holder(lock)
        if (holder) return holder
      }
    }
    return undefined
  }

  private apply(change: Change): void {
    for (const { index, key } of addedUniqueKeys(change)) {
      const holder = this.store.holder(index, key)
      if (holder && !holder.equals(change.idKey)) {
        throw duplicateKey(change.collection.name, index.name, describeKey(change.after ?? {}, index))
      }
    }
    this.store.apply([change])
  }

  /** In order, and up to the first that is refused: what went before it stays, as on the server. */
  insert(collection: CollectionState, documents: Document[]): Attempt<unknown[]> {
    const changes = documents.map(after => ({ collection, idKey: encodeId(after._id), before: null, after }))
    const blockedBy = this.blocker(changes)
    if (blockedBy) return { blockedBy }
    for (const change of changes) {
      if (this.store.get(collection, change.idKey)) {
        throw duplicateKey(collection.name, '_id_', JSON.stringify({ _id: change.after._id }))
      }
      this.apply(change)
    }
    return { result: documents.map(document => document._id) }
  }

  modify(collection: CollectionState, modification: Modification): Attempt<Modified> {
    const { documents, plan } = this.targets(collection, modification)
    if (documents.length === 0 && modification.upsert) return this.upsert(collection, modification, plan)
    const changes: Change[] = []
    for (const { idKey, document } of documents) {
      const after = modifiedDocument(document, modification)
      changes.push({ collection, idKey, before: document, after })
    }
    const blockedBy = this.blocker(changes)
    if (blockedBy) return { blockedBy }
    const effective = changes.filter(change => change.after !== change.before)
    for (const change of effective) this.apply(change)
    return { result: { updated: effective.length, upsertedId: null, plan } }
  }

  private upsert(collection: CollectionState, modification: Modification, plan: Plan): Attempt<Modified> {
    const after = insertedByUpsert(modification)
    const change: Change = { collection, idKey: encodeId(after._id), before: null, after }
    const blockedBy = this.blocker([change])
    if (blockedBy) return { blockedBy }
    this.apply(change)
    return { result: { updated: 0, upsertedId: after._id, plan } }
  }

  remove(
    collection: CollectionState,
    filter: Document,
    multi: boolean,
  ): Attempt<{ deleted: number; plan: Plan }> {
    const { documents, plan } = this.targets(collection, { filter, multi })
    const changes = documents.map(({ idKey, document }) => ({
      collection,
      idKey,
      before: document,
      after: null,
    }))
    const blockedBy = this.blocker(changes)
    if (blockedBy) return { blockedBy }
    this.store.apply(changes)
    return { result: { deleted: changes.length, plan } }
  }

  private targets(
    collection: CollectionState,
    { filter, multi }: { filter: Document; multi: boolean },
  ): { documents: StoredDocument[]; plan: Plan } {
    const request: FindRequest = multi ? { filter } : { filter, limit: 1 }
    return find(this.store, collection, request)
  }
}
