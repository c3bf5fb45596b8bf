/** Runs a plan: walks its ranges, merges them where order is asked, and stops as soon as the limit is met. */
import type { CollectionState } from './catalog'
import type { Plan } from './index'
import { matcher } from './matcher'
import { type Access, type AccessPlan, planQuery } from './planner'
import type { KeyRange, Store, StoredDocument } from './store'
import { compareBySort, type Document, type Sort } from './values'

export interface FindRequest {
  filter: Document
  sort?: Sort
  offset?: number
  /** Documents wanted after `offset`; all when absent. */
  limit?: number
}

export interface Found {
  documents: StoredDocument[]
  plan: Plan
}

interface Counter {
  scanned: number
}

function* read(
  store: Store,
  collection: CollectionState,
  access: Access,
  range: KeyRange,
  counter: Counter,
): Generator<StoredDocument> {
  if (access.index === null) {
    for (const stored of store.walkDocuments(collection, range, access.reverse)) {
      counter.scanned++
      yield stored
    }
    return
  }
  for (const idKey of store.walkIndex(access.index, range, access.reverse)) {
    counter.scanned++
    const document = store.get(collection, idKey)
    if (document) yield { idKey, document }
  }
}

function* merge(streams: Generator<StoredDocument>[], sort: Sort): Generator<StoredDocument> {
  const compare = compareBySort(sort)
  const heads: { stored: StoredDocument; stream: Generator<StoredDocument> }[] = []
  try {
    for (const stream of streams) {
      const next = stream.next()
      if (!next.done) heads.push({ stored: next.value, stream })
    }
    while (heads.length > 0) {
      let least = 0
      for (let i = 1; i < heads.length; i++) {
        const head = heads[i]
        const best = heads[least]
        if (head && best && compare(head.stored.document, best.stored.document) < 0) least = i
      }
      const head = heads[least]
      if (!head) return
      yield head.stored
      const next = head.stream.next()
      if (next.done) heads.splice(least, 1)
      else head.stored = next.value
    }
  } finally {
    // Whoever has read enough leaves the other ranges open: each holds a reader of the store, and those are few.
    for (const { stream } of heads) stream.return(undefined)
  }
}

function* concatenate(streams: Generator<StoredDocument>[]): Generator<StoredDocument> {
  for (const stream of streams) yield* stream
}

function* distinct(stream: Iterable<StoredDocument>): Generator<StoredDocument> {
  const seen = new Set<string>()
  for (const stored of stream) {
    const key = stored.idKey.toString('latin1')
    if (seen.has(key)) continue
    seen.add(key)
    yield stored
  }
}

function open(store: Store, collection: CollectionState, plan: AccessPlan, sort: Sort, counter: Counter) {
  const streams = plan.accesses.flatMap(access =>
    access.ranges.map(range => read(store, collection, access, range, counter)),
  )
  const joined =
    plan.sorted && sort.length > 0 && streams.length > 1 ? merge(streams, sort) : concatenate(streams)
  return plan.mayRepeat ? distinct(joined) : joined
}

/** What a request may look at and not return, before it is asked whether an index has led it anywhere. */
const LOOKED_AT_FREE = 100
const LOOKED_AT_EACH = 10

/**
 * A scan is what would hurt in the cloud: a filter no index narrows, all documents without an index order, an order
 * made in memory from a set of unknown size, or, with whatever index, a look at more than a hundred documents and at
 * ten times as many as are returned and keys are named.
 */
function isScan(
  plan: AccessPlan,
  filter: Document,
  sort: Sort,
  looked: { at: number; for: number },
): boolean {
  if (looked.at > LOOKED_AT_FREE && looked.at > LOOKED_AT_EACH * (looked.for + rangesOf(plan))) return true
  if (sort.length > 0 && !plan.sorted) return !plan.unique
  if (plan.narrowed) return false
  return Object.keys(filter).length > 0 || sort.length === 0
}

const rangesOf = (plan: AccessPlan): number =>
  plan.accesses.reduce((sum, { ranges }) => sum + ranges.length, 0)

const indexName = (plan: AccessPlan): string | null => {
  if (!plan.narrowed && plan.accesses[0]?.index === null) return null
  return [...new Set(plan.accesses.map(access => access.index?.name ?? '_id_'))].join('+')
}

/** A query as a lazy stream of matches; `finish` tells the plan once reading has stopped. */
export function stream(
  store: Store,
  collection: CollectionState,
  filter: Document,
  sort: Sort,
): { matches: Iterable<StoredDocument>; finish: (returned: number) => Plan } {
  const plan = planQuery(collection, filter, sort)
  const counter: Counter = { scanned: 0 }
  const accepts = matcher(filter)
  function* filtered(): Generator<StoredDocument> {
    for (const stored of open(store, collection, plan, sort, counter)) {
      if (accepts(stored.document)) yield stored
    }
  }
  function* ordered(): Generator<StoredDocument> {
    const compare = compareBySort(sort)
    const all = [...filtered()]
    all.sort((a, b) => compare(a.document, b.document) || Buffer.compare(a.idKey, b.idKey))
    yield* all
  }
  return {
    matches: plan.sorted ? filtered() : ordered(),
    finish: returned => ({
      collection: collection.name,
      index: indexName(plan),
      scanned: counter.scanned,
      returned,
      scan: isScan(plan, filter, sort, { at: counter.scanned, for: returned }),
    }),
  }
}

export function find(store: Store, collection: CollectionState, request: FindRequest): Found {
  const { matches, finish } = stream(store, collection, request.filter, request.sort ?? [])
  const limit = request.limit ?? Number.POSITIVE_INFINITY
  const documents: StoredDocument[] = []
  let skip = request.offset ?? 0
  if (limit > 0) {
    for (const stored of matches) {
      if (skip-- > 0) continue
      documents.push(stored)
      if (documents.length >= limit) break
    }
  }
  return { documents, plan: finish(documents.length) }
}

/** Counts matches without keeping them. */
export function count(
  store: Store,
  collection: CollectionState,
  filter: Document,
): { total: number; plan: Plan } {
  const { matches, finish } = stream(store, collection, filter, [])
  let total = 0
  for (const _ of matches) total++
  return { total, plan: finish(total) }
}
