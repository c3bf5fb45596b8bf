import type { ErrorCode } from '@domain/kernel/errors'
import { Refusal } from '@domain/kernel/errors'
import { type Along, type Alongs, alongOf, type FindAlong, type Found, sortOf } from './along'
import { _, db, type SdkCommand, type SdkQuery } from './cloud'
import { noteRequest } from './requestCount'
import type { Sight } from './sight'
import type { Transaction } from './transaction'

/** Every document has its id from the house, never from the database: ids are what makes a retry harmless. */
export interface Document {
  _id: string
}

type Field<T> = T | SdkCommand
/** Equality or a command by field; dotted paths reach inside. */
export type Where<T> = { [K in keyof T]?: Field<T[K]> } & { [path: `${string}.${string}`]: unknown }
/** New values or commands by field; an object replaces the stored one as a whole. */
export type Patch<T> = { [K in Exclude<keyof T, '_id'>]?: Field<T[K]> } & {
  [path: `${string}.${string}`]: unknown
}

export interface Find<T> {
  where: Where<T>
  /** The order of a declared index. */
  orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  /** At most 1,000, which is also what the database allows. */
  limit: number
  /** Only these fields, or the parts of them that a path leads to; all when absent. */
  fields?: readonly ((keyof T & string) | `${keyof T & string}.${string}`)[]
}

export interface FindSeen<T> extends Omit<Find<T>, 'fields'> {
  sight: Sight
}

/** What may be done inside a transaction: single documents only, so that nothing silently leaves it. */
export interface TransactionCollection<T extends Document> {
  get(id: string): Promise<T | null>
  require(id: string, missing: ErrorCode): Promise<T>
  insert(document: T): Promise<T>
  /** Replaces the document, or makes it. */
  put(document: T): Promise<T>
  update(id: string, patch: Patch<T>): Promise<void>
  remove(id: string): Promise<void>
}

export interface Collection<T extends Document> {
  readonly name: string
  get(id: string): Promise<T | null>
  /** @throws Refusal `missing` when there is no such document */
  require(id: string, missing: ErrorCode): Promise<T>
  find(find: Find<T>): Promise<T[]>
  /** As `find`, as one reader is shown it. */
  findSeen(readerId: string, find: FindSeen<T>): Promise<T[]>
  /** The one document that matches, with what other collections hold for it; null without one. One request. */
  findWith<A extends Alongs>(where: Where<T>, alongs: A): Promise<{ document: T; found: Found<A> } | null>
  /** A read that another one takes along. */
  along(find: FindAlong<T>): Along<T>
  /** How many documents match. The database reads the index of each, so only for what is few. */
  count(where: Where<T>): Promise<number>
  /** @throws the database's duplicate error: see `isDuplicate` */
  insert(document: T): Promise<T>
  /** Many at once; all or, on a duplicate, an error. */
  insertMany(documents: readonly T[]): Promise<void>
  put(document: T): Promise<T>
  /** How many documents matched and were changed; conditions and change are one atomic step a document. */
  updateWhere(where: Where<T>, patch: Patch<T>): Promise<number>
  removeWhere(where: Where<T>): Promise<number>
  in(tx: Transaction): TransactionCollection<T>
}

/** The SDK merges plain objects into the stored ones; the house replaces them, so that a patch means what it says. */
function replacing(patch: object): Record<string, unknown> {
  const entries = Object.entries(patch).map(([field, value]) => [
    field,
    isPlainObject(value) ? _.set(value) : value,
  ])
  return Object.fromEntries(entries)
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function withoutId<T extends Document>(document: T): Omit<T, '_id'> {
  const { _id, ...data } = document
  return data
}

function withFound<T>(found: T | null, missing: ErrorCode): T {
  if (found === null) throw new Refusal(missing)
  return found
}

function selecting(fields: readonly string[]): Record<string, true> {
  return Object.fromEntries(fields.map(field => [field, true as const]))
}

/** The door to one collection. Rooms name their collections in their `store.ts` and nowhere else. */
export function collection<T extends Document>(name: string): Collection<T> {
  const all = () => {
    noteRequest()
    return db.collection(name)
  }
  const get = async (id: string) => {
    const { data } = await all().doc(id).get()
    return data as T | null
  }
  return {
    name,
    get,
    require: async (id, missing) => withFound(await get(id), missing),
    async find({ where, orderBy = [], limit, fields }) {
      let query: SdkQuery = all().where(where)
      for (const [field, direction] of orderBy) query = query.orderBy(field, direction)
      query = query.limit(limit)
      if (fields) query = query.field(selecting(fields))
      const { data } = await query.get()
      return data as T[]
    },
    async findSeen(readerId, { where, orderBy = [], limit, sight }) {
      let pipeline = all().aggregate().match(where)
      if (orderBy.length > 0) pipeline = pipeline.sort(sortOf(orderBy))
      const { list } = await pipeline
        .limit(limit)
        .project(sight({ $literal: readerId }))
        .end()
      return list as T[]
    },
    findWith: (where, alongs) => findWith(name, where, alongs),
    along: find => alongOf<T>(name, find),
    async count(where) {
      return (await all().where(where).count()).total
    },
    async insert(document) {
      await all().add({ data: document })
      return document
    },
    async insertMany(documents) {
      await all().add({ data: documents })
    },
    async put(document) {
      await all()
        .doc(document._id)
        .set({ data: withoutId(document) })
      return document
    },
    async updateWhere(where, patch) {
      const { stats } = (await all()
        .where(where)
        .update({ data: replacing(patch) })) as {
        stats: { updated: number }
      }
      return stats.updated
    },
    async removeWhere(where) {
      const { stats } = (await all().where(where).remove()) as { stats: { removed: number } }
      return stats.removed
    },
    in: tx => inTransaction<T>(tx, name),
  }
}

/** Keeps what comes along apart from the document's own fields. */
const ALONG = 'along_'

async function findWith<T extends Document, A extends Alongs>(
  name: string,
  where: Where<T>,
  alongs: A,
): Promise<{ document: T; found: Found<A> } | null> {
  noteRequest()
  let pipeline = db.collection(name).aggregate().match(where).limit(1)
  for (const [key, { lookup }] of Object.entries(alongs))
    pipeline = pipeline.lookup({ ...lookup, as: ALONG + key })
  const [row] = (await pipeline.end()).list
  if (!row) return null
  const entries = Object.entries(row)
  const own = entries.filter(([field]) => !field.startsWith(ALONG))
  const found = entries.flatMap(([field, rows]) =>
    field.startsWith(ALONG) ? [[field.slice(ALONG.length), rows] as const] : [],
  )
  return { document: Object.fromEntries(own) as T, found: Object.fromEntries(found) as Found<A> }
}

function inTransaction<T extends Document>(tx: Transaction, name: string): TransactionCollection<T> {
  const all = () => {
    noteRequest()
    return tx.raw.collection(name)
  }
  const get = async (id: string) => {
    const { data } = await all().doc(id).get()
    return data as T | null
  }
  return {
    get,
    require: async (id, missing) => withFound(await get(id), missing),
    async insert(document) {
      await all().add({ data: document })
      return document
    },
    async put(document) {
      await all()
        .doc(document._id)
        .set({ data: withoutId(document) })
      return document
    },
    async update(id, patch) {
      await all()
        .doc(id)
        .update({ data: replacing(patch) })
    },
    async remove(id) {
      await all().doc(id).remove()
    },
  }
}
