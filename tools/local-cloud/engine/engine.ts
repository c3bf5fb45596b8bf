/** The wire actions. Field names of requests and replies are those of `@cloudbase/database` 1.4.3. */
import { aggregate } from './aggregate'
import { type CollectionState, createCollection, declareCollections } from './catalog'
import { collectionMissing, DatabaseFailure, duplicateKey, invalidParameter, requestFailed } from './failure'
import { count, find } from './find'
import type { CollectionDeclaration, Engine, EngineOptions, Executed } from './index'
import { encodeId } from './indexKeys'
import { projector } from './matcher'
import { checkFieldNames } from './operators/update'
import { Store } from './store'
import { type Transaction, Transactions } from './transactions'
import { type Document, isPlainObject } from './values'
import {
  digestOf,
  type Parsing,
  parse,
  parseObject,
  parseQuery,
  parseSort,
  plain,
  stringifyList,
  wholeNumber,
} from './wire'
import {
  insertedByUpsert,
  type Modification,
  modifiedDocument,
  newId,
  PlainWrites,
  WriteQueue,
} from './writes'

type Request = Record<string, unknown>
type Action = (request: Request) => Executed | Promise<Executed>

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000
const TRANSACTION_LIFE_MS = 30_000
const BULK_SIZE = 1000
const isInternalName = (name: string): boolean => name.startsWith('$') || name === ''

class LocalEngine implements Engine {
  private readonly store: Store
  private readonly transactions: Transactions
  private readonly queue: WriteQueue
  private readonly writes: PlainWrites
  private readonly parsing: Parsing
  private closing: Promise<void> | undefined
  private readonly actions: Record<string, Action> = {
    'database.getDocument': request => this.getDocument(request),
    'database.calculateDocument': request => this.calculateDocument(request),
    'database.insertDocument': request => this.insertDocument(request),
    'database.modifyDocument': request => this.modifyDocument(request),
    'database.removeDocument': request => this.removeDocument(request),
    'database.aggregateDocuments': request => this.aggregateDocuments(request),
    'database.addCollection': request => this.addCollection(request),
    'database.startTransaction': () => ({ reply: { transactionId: this.transactions.start().id } }),
    'database.commitTransaction': request => this.commitTransaction(request),
    'database.abortTransaction': request => this.abortTransaction(request),
  }

  constructor(options: EngineOptions) {
    this.store = new Store(options.dir, options.flushes ?? true)
    this.transactions = new Transactions(this.store, options.transactionLifeMs ?? TRANSACTION_LIFE_MS)
    this.queue = new WriteQueue(this.store)
    this.writes = new PlainWrites(this.store, this.transactions)
    this.parsing = { now: options.now }
    this.declare(options.collections)
  }

  async execute(action: string, request: Request): Promise<Executed> {
    const perform = this.actions[action]
    try {
      if (!perform) throw invalidParameter(`unknown action ${action}`)
      return await perform(request)
    } catch (error) {
      if (error instanceof DatabaseFailure) return { reply: { code: error.code, message: error.message } }
      // mingo names no error class of its own: what it throws while it evaluates is the statement's fault.
      if (error instanceof Error && error.constructor.name === 'MingoError') {
        const failure = requestFailed(error.message)
        return { reply: { code: failure.code, message: failure.message } }
      }
      throw error
    }
  }

  private collection(name: unknown): CollectionState {
    if (typeof name !== 'string' || name === '') throw invalidParameter('collectionName is required')
    const collection = Object.hasOwn(this.store.catalog.collections, name)
      ? this.store.catalog.collections[name]
      : undefined
    if (!collection) throw collectionMissing(name)
    return collection
  }

  /** The transaction a request belongs to. Inside one, only single documents may be touched. */
  private transactionOf(request: Request): Transaction | null {
    if (request.transactionId === undefined || request.transactionId === null) return null
    const transaction = this.transactions.require(request.transactionId)
    if (request.queryType === 'WHERE') {
      throw invalidParameter('where, count and aggregate are not supported in a transaction: use doc(id)')
    }
    return transaction
  }

  private getDocument(request: Request): Executed {
    const collection = this.collection(request.collectionName)
    const transaction = this.transactionOf(request)
    const filter = parseQuery(request.query, this.parsing)
    const project = request.projection
      ? projector(parseObject(request.projection, this.parsing, 'projection'))
      : (document: Document) => document
    if (transaction) {
      const document = this.transactions.read(transaction, collection, encodeId(filter._id))
      return { reply: { data: { list: stringifyList(document ? [project(document)] : []) } } }
    }
    const isDocument = request.queryType === 'DOC'
    const { documents, plan } = find(this.store, collection, {
      filter,
      sort: parseSort(request.order, this.parsing),
      offset: wholeNumber(request.offset, 'offset', 0),
      limit: isDocument ? 1 : Math.min(wholeNumber(request.limit, 'limit', DEFAULT_LIMIT), MAX_LIMIT),
    })
    return {
      reply: { data: { list: stringifyList(documents.map(stored => project(stored.document))) } },
      plan,
    }
  }

  private calculateDocument(request: Request): Executed {
    const collection = this.collection(request.collectionName)
    this.refuseTransaction(request)
    const { total, plan } = count(this.store, collection, parseQuery(request.query, this.parsing))
    return { reply: { data: { total } }, plan }
  }

  private refuseTransaction(request: Request): void {
    if (request.transactionId) this.transactionOf({ ...request, queryType: 'WHERE' })
  }

  private prepareInsert(value: unknown): Document {
    if (!isPlainObject(value)) throw invalidParameter('a document must be an object')
    checkFieldNames(value)
    const { _id = newId(), ...rest } = value
    const document = { _id, ...rest }
    encodeId(_id)
    return document
  }

  private async insertDocument(request: Request): Promise<Executed> {
    const collection = this.collection(request.collectionName)
    if (!Array.isArray(request.data) || request.data.length === 0)
      throw invalidParameter('data must be a list')
    const transaction = this.transactionOf(request)
    const parsing = transaction ? { now: null } : this.parsing
    const documents = request.data.map(text => this.prepareInsert(parse(text, parsing)))
    if (!transaction) {
      const insertedIds = await this.queue.submit(() => this.writes.insert(collection, documents))
      return { reply: { data: { insertedIds } } }
    }
    for (const document of documents) {
      this.transactions.write(transaction, collection, encodeId(document._id), present => {
        if (present) throw duplicateKey(collection.name, '_id_', JSON.stringify({ _id: document._id }))
        return document
      })
    }
    return { reply: { data: { insertedIds: documents.map(document => document._id) } } }
  }

  private modification(request: Request, parsing: Parsing): Modification {
    const data = parseObject(request.data, parsing, 'data')
    const replace = request.merge === false
    if (replace) checkFieldNames(data)
    else if (!Object.keys(data).every(isInternalName))
      throw invalidParameter('an update consists of operators')
    if ('_id' in data) throw invalidParameter('_id cannot be updated')
    return {
      filter: parseQuery(request.query, parsing),
      data,
      replace,
      multi: request.multi === true,
      upsert: request.upsert === true,
    }
  }

  private async modifyDocument(request: Request): Promise<Executed> {
    const collection = this.collection(request.collectionName)
    const transaction = this.transactionOf(request)
    const change = this.modification(request, transaction ? { now: null } : this.parsing)
    if (!transaction) {
      const { updated, upsertedId, plan } = await this.queue.submit(() =>
        this.writes.modify(collection, change),
      )
      return { reply: { data: { updated, upsert_id: upsertedId } }, plan }
    }
    const { before, after } = this.transactions.write(
      transaction,
      collection,
      encodeId(change.filter._id),
      present => {
        if (present) return modifiedDocument(present, change)
        return change.upsert ? insertedByUpsert(change) : null
      },
    )
    const updated = before && after !== before ? 1 : 0
    return { reply: { data: { updated, upsert_id: before ? null : (after?._id ?? null) } } }
  }

  private async removeDocument(request: Request): Promise<Executed> {
    const collection = this.collection(request.collectionName)
    const transaction = this.transactionOf(request)
    const filter = parseQuery(request.query, this.parsing)
    if (!transaction) {
      const multi = request.multi === true
      const { deleted, plan } = await this.queue.submit(() => this.writes.remove(collection, filter, multi))
      return { reply: { data: { deleted } }, plan }
    }
    const { before } = this.transactions.write(transaction, collection, encodeId(filter._id), () => null)
    return { reply: { data: { deleted: before ? 1 : 0 } } }
  }

  private aggregateDocuments(request: Request): Executed {
    const collection = this.collection(request.collectionName)
    this.refuseTransaction(request)
    if (!Array.isArray(request.stages)) throw invalidParameter('stages must be a list')
    const stages = request.stages.map((stage: unknown) => {
      if (!isPlainObject(stage) || typeof stage.stageKey !== 'string')
        throw invalidParameter('malformed stage')
      return { name: stage.stageKey, value: parse(stage.stageValue, this.parsing) }
    })
    const { documents, plan } = aggregate(this.store, collection, stages)
    return { reply: { data: { list: stringifyList(documents) } }, plan }
  }

  private addCollection(request: Request): Executed {
    const name = request.collectionName
    if (typeof name !== 'string' || !/^[a-zA-Z][\w-]{0,63}$/.test(name))
      throw invalidParameter('invalid collectionName')
    if (!createCollection(this.store, name)) throw requestFailed(`Table exist: ${name}`)
    return { reply: { data: {} } }
  }

  private async commitTransaction(request: Request): Promise<Executed> {
    const transaction = this.transactions.require(request.transactionId)
    await this.queue.submit(() => {
      this.transactions.commit(transaction)
      return { result: null }
    })
    return { reply: { data: {} } }
  }

  private abortTransaction(request: Request): Executed {
    this.transactions.end(this.transactions.require(request.transactionId))
    return { reply: { data: {} } }
  }

  declare(collections: CollectionDeclaration[]): void {
    this.transactions.endAll()
    declareCollections(this.store, collections)
  }

  async insertMany(name: string, documents: Document[]): Promise<void> {
    const collection = this.collection(name)
    for (let at = 0; at < documents.length; at += BULK_SIZE) {
      const batch = documents.slice(at, at + BULK_SIZE).map(document => this.prepareInsert(document))
      await this.queue.submit(() => this.writes.insert(collection, batch))
    }
  }

  dump(name: string): Document[] {
    return [...this.store.all(this.collection(name))].map(({ document }) => plain(document) as Document)
  }

  digest(): Record<string, { count: number; hash: string }> {
    const names = Object.keys(this.store.catalog.collections).sort()
    return Object.fromEntries(names.map(name => [name, digestOf(this.store.all(this.collection(name)))]))
  }

  readonly abandon: Engine['abandon'] = (ids, restMs) => this.transactions.abandon(ids, restMs)

  readonly abortAll: Engine['abortAll'] = () => this.transactions.endAll()

  close(): Promise<void> {
    this.closing ??= this.shutDown()
    return this.closing
  }

  private async shutDown(): Promise<void> {
    this.abortAll()
    await this.queue.submit(() => ({ result: null }))
    await this.store.close()
  }
}

/** Opens (or creates) the database in `options.dir`. @throws DatabaseFailure when documents break a declared index */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  return new LocalEngine(options)
}
