/** What the engine's tests share: an engine in a directory of its own, and requests as the SDK encodes them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EJSON } from 'bson'
import {
  type CollectionDeclaration,
  type Engine,
  type EngineOptions,
  type Executed,
  openEngine,
} from '../../../tools/local-cloud/engine'

export type Fields = Record<string, unknown>

/** Canonical EJSON, as `@cloudbase/database` sends it. */
export const canonical = (value: unknown): string => EJSON.stringify(value as Fields, { relaxed: false })

export const listOf = (executed: Executed): Fields[] =>
  (executed.reply.data as { list: string[] }).list.map(text => EJSON.parse(text) as Fields)

export const codeOf = (executed: Executed): string | undefined => executed.reply.code

export interface QueryOptions {
  order?: Fields
  limit?: number
  offset?: number
  projection?: Fields
}

/** The calls of a function, down to the wire. */
export class Client {
  constructor(readonly engine: Engine) {}

  add(collectionName: string, documents: Fields[], transactionId?: string): Promise<Executed> {
    return this.engine.execute('database.insertDocument', {
      collectionName,
      data: documents.map(canonical),
      transactionId,
    })
  }

  get(collectionName: string, id: unknown, transactionId?: string): Promise<Executed> {
    return this.engine.execute('database.getDocument', {
      collectionName,
      query: canonical({ _id: id }),
      queryType: 'DOC',
      multi: false,
      transactionId,
    })
  }

  where(collectionName: string, query: Fields, options: QueryOptions = {}): Promise<Executed> {
    const { order, projection, ...rest } = options
    return this.engine.execute('database.getDocument', {
      collectionName,
      query: canonical(query),
      queryType: 'WHERE',
      ...(order ? { order: canonical(order) } : {}),
      ...(projection ? { projection: canonical(projection) } : {}),
      ...rest,
    })
  }

  update(collectionName: string, id: unknown, data: Fields, transactionId?: string): Promise<Executed> {
    return this.engine.execute('database.modifyDocument', {
      collectionName,
      query: canonical({ _id: id }),
      queryType: 'DOC',
      data: canonical(data),
      multi: false,
      merge: true,
      upsert: false,
      transactionId,
    })
  }

  updateWhere(collectionName: string, query: Fields, data: Fields, multi = true): Promise<Executed> {
    return this.engine.execute('database.modifyDocument', {
      collectionName,
      query: canonical(query),
      queryType: 'WHERE',
      data: canonical(data),
      multi,
      merge: true,
      upsert: false,
    })
  }

  set(collectionName: string, id: unknown, data: Fields, transactionId?: string): Promise<Executed> {
    return this.engine.execute('database.modifyDocument', {
      collectionName,
      query: canonical({ _id: id }),
      queryType: 'DOC',
      data: canonical(data),
      multi: false,
      merge: false,
      upsert: true,
      transactionId,
    })
  }

  remove(collectionName: string, id: unknown, transactionId?: string): Promise<Executed> {
    return this.engine.execute('database.removeDocument', {
      collectionName,
      query: canonical({ _id: id }),
      queryType: 'DOC',
      multi: false,
      transactionId,
    })
  }

  count(collectionName: string, query: Fields): Promise<Executed> {
    return this.engine.execute('database.calculateDocument', { collectionName, query: canonical(query) })
  }

  aggregate(collectionName: string, stages: Fields[]): Promise<Executed> {
    return this.engine.execute('database.aggregateDocuments', {
      collectionName,
      stages: stages.flatMap(stage =>
        Object.entries(stage).map(([stageKey, value]) => ({
          stageKey,
          stageValue: typeof value === 'object' ? canonical(value) : JSON.stringify(value),
        })),
      ),
    })
  }

  async begin(): Promise<string> {
    const { reply } = await this.engine.execute('database.startTransaction', {})
    return reply.transactionId ?? ''
  }

  commit(transactionId: string): Promise<Executed> {
    return this.engine.execute('database.commitTransaction', { transactionId })
  }

  abort(transactionId: string): Promise<Executed> {
    return this.engine.execute('database.abortTransaction', { transactionId })
  }
}

const opened: { engine: Engine; dir: string }[] = []

export const freshDirectory = (): string => mkdtempSync(join(tmpdir(), 'engine-'))

export async function open(
  collections: CollectionDeclaration[],
  options: Partial<EngineOptions> = {},
): Promise<Client> {
  const dir = options.dir ?? freshDirectory()
  const engine = await openEngine({ dir, collections, now: () => Date.UTC(2026, 0, 2, 3, 4, 5), ...options })
  opened.push({ engine, dir })
  return new Client(engine)
}

/** For `afterEach`: closes what `open` opened and removes its files. */
export async function closeAll(): Promise<void> {
  for (const { engine, dir } of opened.splice(0)) {
    await engine.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
