/** What collections and indexes exist, and how a declaration changes that. */
import { invalidParameter } from './failure'
import type { CollectionDeclaration, IndexDeclaration } from './index'
import type { Store } from './store'
import type { Direction } from './values'

export interface IndexState {
  id: number
  name: string
  keys: [path: string, direction: Direction][]
  unique: boolean
  /** Paths that ever met an array. Never shrinks: the planner must not assume one entry per document there. */
  multikey: string[]
}

export interface CollectionState {
  id: number
  name: string
  indexes: IndexState[]
}

export interface Catalog {
  nextId: number
  collections: Record<string, CollectionState>
}

export const emptyCatalog = (): Catalog => ({ nextId: 1, collections: {} })

/** MongoDB's limit, which the service shares. */
const MAX_INDEX_FIELDS = 31

function addCollection(store: Store, name: string): CollectionState {
  const created = { id: store.catalog.nextId++, name, indexes: [] }
  store.catalog.collections[name] = created
  return created
}

const sameShape = (state: IndexState, declared: IndexDeclaration): boolean =>
  state.unique === (declared.unique ?? false) && JSON.stringify(state.keys) === JSON.stringify(declared.keys)

function reconcile(store: Store, collection: CollectionState, declared: IndexDeclaration[]): void {
  const kept = collection.indexes.filter(state =>
    declared.some(index => index.name === state.name && sameShape(state, index)),
  )
  for (const state of collection.indexes) if (!kept.includes(state)) store.dropEntries(state)
  collection.indexes = kept
  for (const index of declared) {
    if (kept.some(state => state.name === index.name)) continue
    if (index.keys.length === 0 || index.keys.length > MAX_INDEX_FIELDS) {
      throw invalidParameter(
        `index ${collection.name}.${index.name} must have 1 to ${MAX_INDEX_FIELDS} fields`,
      )
    }
    const state: IndexState = {
      id: store.catalog.nextId++,
      name: index.name,
      keys: index.keys,
      unique: index.unique ?? false,
      multikey: [],
    }
    store.buildIndex(collection, state)
    collection.indexes.push(state)
  }
}

/**
 * Makes the store match the declarations: creates collections, builds indexes that are new or changed, drops those
 * no longer declared. Collections that are not named stay as they are. One commit: a failure changes nothing.
 * @throws DatabaseFailure E11000 when documents already break a new unique index
 */
export function declareCollections(store: Store, declarations: CollectionDeclaration[]): void {
  const before = structuredClone(store.catalog)
  try {
    store.commit(() => {
      for (const declared of declarations) {
        const collection = store.catalog.collections[declared.name] ?? addCollection(store, declared.name)
        reconcile(store, collection, declared.indexes)
      }
      store.saveCatalog()
    })
  } catch (error) {
    store.catalog = before
    throw error
  }
}

/** `database.addCollection`. Returns false when it exists already. */
export function createCollection(store: Store, name: string): boolean {
  if (store.catalog.collections[name]) return false
  store.commit(() => {
    addCollection(store, name)
    store.saveCatalog()
  })
  return true
}
