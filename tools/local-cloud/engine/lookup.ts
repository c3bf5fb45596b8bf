/**
 * `$lookup` through the planner, once a document: by equality of two fields, or by a pipeline whose leading `$match`,
 * `$sort` and `$limit` are planned as those of a query are. mingo would read the whole foreign collection.
 */
import { evalExpr } from 'mingo/core'
import type { Iterator as LazyIterator } from 'mingo/lazy'
import type { Stage } from './aggregate'
import type { CollectionState } from './catalog'
import { collectionMissing, requestFailed } from './failure'
import { find } from './find'
import type { Plan } from './index'
import type { PreparedOptions } from './preparedOptions'
import type { Store } from './store'
import { candidates, type Document, isPlainObject } from './values'

type Aggregate = (
  store: Store,
  collection: CollectionState,
  stages: Stage[],
  variables: Document,
) => { documents: Document[]; plan: Plan }

type Joined = { documents: Document[]; plan: Plan }

/** How a pipeline inside is run, and who is told what each join has read. */
interface Around {
  report: (plan: Plan) => void
  aggregate: Aggregate
}

/** @throws DatabaseFailure when the stage is malformed, once documents are asked for */
export function lookupIn(store: Store, value: unknown, { report, aggregate }: Around) {
  return (documents: LazyIterator, options: PreparedOptions): LazyIterator => {
    if (!isPlainObject(value) || typeof value.as !== 'string')
      throw requestFailed('$lookup needs from and as')
    const { as, from } = value
    const collection = foreign(store, from)
    const join =
      value.pipeline === undefined
        ? joinByEquality(store, collection, value)
        : joinByPipeline(store, collection, value, options, aggregate)
    return documents.map<Document, Document>(document => {
      const { documents: found, plan } = join(document)
      report(plan)
      return { ...document, [as]: found }
    })
  }
}

function foreign(store: Store, name: unknown): CollectionState {
  const collection = store.catalog.collections[String(name)]
  if (!collection) throw collectionMissing(String(name))
  return collection
}

function joinByEquality(store: Store, collection: CollectionState, { localField, foreignField }: Document) {
  if (typeof localField !== 'string' || typeof foreignField !== 'string') {
    throw requestFailed('$lookup needs localField and foreignField, or a pipeline')
  }
  return (document: Document): Joined => {
    const wanted = candidates(document, localField).map(entry => entry ?? null)
    const { documents, plan } = find(store, collection, { filter: { [foreignField]: { $in: wanted } } })
    return { documents: documents.map(stored => stored.document), plan }
  }
}

function joinByPipeline(
  store: Store,
  collection: CollectionState,
  { let: declared = {}, pipeline, localField, foreignField }: Document,
  options: PreparedOptions,
  aggregate: Aggregate,
) {
  // Both at once came with MongoDB 5; the cloud does not say that it has them.
  if (localField !== undefined || foreignField !== undefined)
    throw requestFailed('$lookup takes either fields or a pipeline')
  if (!isPlainObject(declared)) throw requestFailed('let must be an object')
  const stages = stagesOf(pipeline)
  return (document: Document): Joined => {
    const own = Object.entries(declared).map(([name, of]) => [name, evalExpr(document, of, options)])
    return aggregate(store, collection, stages, { ...options.local.variables, ...Object.fromEntries(own) })
  }
}

function stagesOf(pipeline: unknown): Stage[] {
  if (!Array.isArray(pipeline)) throw requestFailed('pipeline must be a list')
  return pipeline.map((stage: unknown) => {
    const [entry, ...more] = isPlainObject(stage) ? Object.entries(stage) : []
    if (!entry || more.length > 0) throw requestFailed('a stage has exactly one field')
    return { name: entry[0], value: entry[1] }
  })
}

/** The fields that an expression wants to be equal to a variable: `{$eq: ['$owner', '$$me']}`, also inside `$and`. */
export function pathsEqualTo(expression: unknown, variables: Document): Document {
  if (!isPlainObject(expression)) return {}
  const { $and, $eq } = expression
  if (Array.isArray($and)) return Object.assign({}, ...$and.map(one => pathsEqualTo(one, variables)))
  if (!Array.isArray($eq) || $eq.length !== 2) return {}
  const [path, name] = $eq as unknown[]
  if (typeof path !== 'string' || typeof name !== 'string' || !/^\$[^$]/.test(path)) return {}
  const variable = name.slice(2)
  const value = variables[variable]
  // Only of these it is certain that a filter finds all that the expression accepts.
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value)
  return name.startsWith('$$') && isPlain ? { [path.slice(1)]: value } : {}
}
