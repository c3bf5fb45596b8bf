/**
 * Aggregation: leading `$match` and `$sort` go through the planner, the rest of the pipeline through mingo, which
 * pulls documents one at a time. Stages and expressions where mingo differs from MongoDB are replaced here.
 */

import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr } from 'mingo/core'
import { Lazy, type Iterator as LazyIterator } from 'mingo/lazy'
import { $push as mingoPush } from 'mingo/operators/accumulator'
import type { Options } from 'mingo/types'
import type { CollectionState } from './catalog'
import { requestFailed } from './failure'
import { stream } from './find'
import type { Plan } from './index'
import { lookupIn, pathsEqualTo } from './lookup'
import { baseContext } from './matcher'
import { type PreparedOptions, prepare, withVariables } from './preparedOptions'
import type { Store } from './store'
import { compareBySort, compareValues, type Document, equalValues, isPlainObject, type Sort } from './values'

export interface Stage {
  name: string
  value: unknown
}

function sortOf(value: unknown): Sort {
  if (!isPlainObject(value)) throw requestFailed('the $sort key specification must be an object')
  return Object.entries(value).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw requestFailed('$sort key ordering must be 1 or -1')
    return [path, direction]
  })
}

/** mingo orders booleans after arrays and sorts arrays as wholes; the database does neither. */
function $sort(documents: LazyIterator, value: unknown): LazyIterator {
  const compare = compareBySort(sortOf(value))
  return documents.transform<Document>(all => Lazy([...(all as unknown as Iterable<Document>)].sort(compare)))
}

/** Nothing in, nothing out: mingo would answer 0. */
function $count(documents: LazyIterator, name: unknown): LazyIterator {
  if (typeof name !== 'string' || name === '')
    throw requestFailed('the count field must be a non-empty string')
  return documents.transform<Document>(all => {
    const total = [...(all as unknown as Iterable<Document>)].length
    return Lazy(total === 0 ? [] : [{ [name]: total }])
  })
}

type Evaluate = (document: unknown, operand: unknown, options: Options) => unknown

function comparing(accepts: (order: number) => unknown): Evaluate {
  return (document, operand, options) => {
    const sides: unknown = evalExpr(document, operand, options)
    if (!Array.isArray(sides) || sides.length !== 2)
      throw requestFailed('a comparison takes exactly 2 arguments')
    return accepts(compareValues(sides[0], sides[1]))
  }
}

/** A missing field adds nothing to the array; mingo would add null. */
function presentValues(documents: unknown, operand: unknown, options: Options): unknown[] {
  const values = mingoPush(documents as Document[], operand, options) as unknown[]
  const types = mingoPush(documents as Document[], { $type: operand }, options) as unknown[]
  return values.filter((_value, i) => types[i] !== 'missing')
}

function distinctValues(documents: unknown, operand: unknown, options: Options): unknown[] {
  const kept: unknown[] = []
  for (const value of presentValues(documents, operand, options)) {
    if (!kept.some(other => equalValues(other, value))) kept.push(value)
  }
  return kept
}

/** A stage that has been bound to what it reads: `$lookup` is the one that reads more than it is given. */
type Join = (documents: LazyIterator, options: PreparedOptions) => LazyIterator

const $lookup = (documents: LazyIterator, join: Join, options: PreparedOptions): LazyIterator =>
  join(documents, options)

const ours = Context.init({
  pipeline: { $sort, $count, $lookup } as never,
  expression: {
    $eq: comparing(order => order === 0),
    $ne: comparing(order => order !== 0),
    $gt: comparing(order => order > 0),
    $gte: comparing(order => order >= 0),
    $lt: comparing(order => order < 0),
    $lte: comparing(order => order <= 0),
    $cmp: comparing(order => Math.sign(order)),
  } as never,
  accumulator: { $push: presentValues, $addToSet: distinctValues } as never,
})
const options = prepare({ context: Context.from(ours, baseContext), scriptEnabled: false })

const UNAVAILABLE = new Set(['$out', '$merge', '$documents', '$facet', '$graphLookup', '$unionWith'])

/** mingo drains its source even before a `$limit`; so the source ends by itself where `$skip` and `$limit` lead. */
function documentsNeeded(stages: Stage[]): { skipped: number; needed: number } {
  let skipped = 0
  for (const { name, value } of stages) {
    if (typeof value !== 'number') break
    if (name === '$limit') return { skipped, needed: skipped + value }
    if (name !== '$skip') break
    skipped += value
  }
  return { skipped, needed: Number.POSITIVE_INFINITY }
}

/**
 * The filter that leads a pipeline, taken off its stages. What `$expr` demands narrows the query where it compares a
 * field with a variable, and is judged itself afterwards.
 */
function takeFilter(rest: Stage[], variables: Document): { filters: Document[]; expressions: unknown[] } {
  const filters: Document[] = []
  const expressions: unknown[] = []
  while (rest[0]?.name === '$match') {
    const value = rest.shift()?.value
    if (!isPlainObject(value)) throw requestFailed('the match filter must be an expression in an object')
    const { $expr, ...plain } = value
    if ($expr === undefined) {
      filters.push(plain)
      continue
    }
    expressions.push($expr)
    const narrowing = { ...pathsEqualTo($expr, variables), ...plain }
    if (Object.keys(narrowing).length > 0) filters.push(narrowing)
  }
  return { filters, expressions }
}

/**
 * Runs a pipeline over a collection.
 * @param variables what `$$name` means in the pipeline of a `$lookup`
 * @throws DatabaseFailure for unknown or malformed stages
 */
export function aggregate(
  store: Store,
  collection: CollectionState,
  stages: Stage[],
  variables: Document = {},
): { documents: Document[]; plan: Plan } {
  const refused = stages.find(stage => UNAVAILABLE.has(stage.name))
  if (refused) throw requestFailed(`Unrecognized pipeline stage name: '${refused.name}'`)
  const rest = [...stages]
  const { filters, expressions } = takeFilter(rest, variables)
  const sort = rest[0]?.name === '$sort' ? sortOf(rest.shift()?.value) : []
  const filter = filters.length === 1 ? (filters[0] ?? {}) : filters.length === 0 ? {} : { $and: filters }
  const { matches, finish } = stream(store, collection, filter, sort)
  let joined = { scanned: 0, scan: false }
  const report = (plan: Plan): void => {
    joined = { scanned: joined.scanned + plan.scanned, scan: joined.scan || plan.scan }
  }
  function* source(): Generator<Document> {
    for (const stored of matches) yield stored.document
  }
  const bound = withVariables(options, variables)
  const judged = expressions.map($expr => ({ $match: { $expr } }))
  const { skipped, needed } = documentsNeeded(rest)
  let taken = 0
  function* led(): Generator<Document> {
    if (needed === 0) return
    const read = source()
    const found = judged.length === 0 ? read : new Aggregator(judged, bound).stream(read)
    try {
      for (const document of found as Iterable<Document>) {
        taken += 1
        yield document
        if (taken >= needed) return
      }
    } finally {
      // mingo ends nothing that it reads from: each reader that stays open is one of the few that LMDB has.
      read.return(undefined)
    }
  }
  const pipeline = rest.map(({ name, value }) => ({
    [name]: name === '$lookup' ? lookupIn(store, value, { report, aggregate }) : value,
  }))
  const documents = new Aggregator(pipeline, bound).run<Document>(led())
  // What the later stages make of it, fewer or more, is not what was looked for.
  const plan = finish(Math.max(taken - skipped, 0))
  return {
    documents,
    plan: {
      ...plan,
      returned: documents.length,
      scanned: plan.scanned + joined.scanned,
      scan: plan.scan || joined.scan,
    },
  }
}
