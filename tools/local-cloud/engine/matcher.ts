/**
 * The predicate of a query. mingo evaluates it; where mingo differs from MongoDB (type brackets, `$gte: null`,
 * key order in objects, `$elemMatch` on scalars, `$exists` through arrays) the operators below stand in.
 */
import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { requestFailed } from './failure'
import { prepare } from './preparedOptions'
import { candidates, compareValues, type Document, equalValues, isPlainObject, rankOf, reach } from './values'

type Predicate = (document: Document) => boolean
type Operator = (path: string, operand: unknown, options: Options) => Predicate

/** A value is matched by its equal, a string also by a regular expression. */
const matchesOne = (value: unknown, wanted: unknown): boolean =>
  wanted instanceof RegExp && typeof value === 'string' ? wanted.test(value) : equalValues(value, wanted)

const equals: Operator = (path, wanted) => document =>
  candidates(document, path).some(value => matchesOne(value, wanted))

/** Compares only values of the operand's own type; against null only equality can hold. */
function comparison(accepts: (order: number) => boolean): Operator {
  return (path, wanted) => {
    const rank = rankOf(wanted)
    return document =>
      candidates(document, path).some(value => {
        if (rankOf(value) !== rank) return false
        if (Number.isNaN(wanted) !== Number.isNaN(value)) return false
        return accepts(compareValues(value, wanted))
      })
  }
}

function listOperand(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs an array`)
  return operand
}

const isIn: Operator = (path, operand) => {
  const wanted = listOperand('$in', operand)
  return document => candidates(document, path).some(value => wanted.some(entry => matchesOne(value, entry)))
}

const not =
  (operator: Operator): Operator =>
  (path, operand, options) => {
    const predicate = operator(path, operand, options)
    return document => !predicate(document)
  }

/** Operators alone (`{$gt: 1}`) judge the element itself; fields judge only elements that are documents. */
function elementPredicate(criteria: unknown, options: Options): (element: unknown) => boolean {
  if (!isPlainObject(criteria)) throw requestFailed('$elemMatch needs an Object')
  const names = Object.keys(criteria)
  const judgesValue =
    names.length > 0 && names.every(name => name.startsWith('$') && !['$and', '$or', '$nor'].includes(name))
  const inner = new Query<Document>(judgesValue ? { element: criteria } : criteria, options)
  return element =>
    judgesValue
      ? inner.test({ element })
      : (isPlainObject(element) || Array.isArray(element)) && inner.test(element as Document)
}

const elemMatch: Operator = (path, criteria, options) => {
  const accepts = elementPredicate(criteria, options)
  return document => reach(document, path).some(value => Array.isArray(value) && value.some(accepts))
}

const all: Operator = (path, operand, options) => {
  const wanted = listOperand('$all', operand)
  const predicates = wanted.map(entry =>
    isPlainObject(entry) && '$elemMatch' in entry
      ? elemMatch(path, entry.$elemMatch, options)
      : equals(path, entry, options),
  )
  return document => predicates.length > 0 && predicates.every(predicate => predicate(document))
}

const exists: Operator = (path, wanted) => document =>
  reach(document, path).some(value => value !== undefined) === Boolean(wanted)

const size: Operator = (path, wanted) => document =>
  reach(document, path).some(value => Array.isArray(value) && value.length === wanted)

/** The first registration of a name wins in mingo, so ours go in before its own. */
const ours = Context.init({
  query: {
    $eq: equals,
    $ne: not(equals),
    $in: isIn,
    $nin: not(isIn),
    $gt: comparison(order => order > 0),
    $gte: comparison(order => order >= 0),
    $lt: comparison(order => order < 0),
    $lte: comparison(order => order <= 0),
    $elemMatch: elemMatch,
    $all: all,
    $exists: exists,
    $size: size,
  },
})

/** Everything mingo offers, ours first. */
export const baseContext = Context.from(
  ours,
  Context.init({ accumulator, expression, pipeline, projection, query, window }),
)

/** Scripts (`$where`, `$function`) do not exist in the cloud. */
const options = prepare({ context: baseContext, scriptEnabled: false })

/**
 * Compiles a filter.
 * @throws DatabaseFailure when an operator is unknown or malformed
 */
export function matcher(filter: Document): Predicate {
  if (Object.keys(filter).length === 0) return () => true
  try {
    const compiled = new Query<Document>(filter, options)
    return document => compiled.test(document)
  } catch (error) {
    throw requestFailed(error instanceof Error ? error.message : String(error))
  }
}

/** Applies a projection as `field()` sends it. */
export function projector(projectionSpec: Document): (document: Document) => Document {
  const compiled = new Query<Document>({}, options)
  return document => compiled.find<Document>([document], projectionSpec as never).next() as Document
}
