/**
 * Chooses how to read a query: which index, which key ranges, and whether they come in the asked order.
 * The ranges hold at least every match; the predicate (matcher.ts) decides about each document.
 */
import type { CollectionState, IndexState } from './catalog'
import { type Branch, branchesOf, type Constraint } from './conditions'
import { AFTER, encodeField, fieldRange } from './indexKeys'
import type { KeyRange } from './store'
import type { Sort } from './values'

export interface Access {
  /** null = the documents themselves, which are ordered by `_id`. */
  index: IndexState | null
  ranges: KeyRange[]
  reverse: boolean
}

export interface AccessPlan {
  accesses: Access[]
  /** Reading (and merging) the ranges yields the asked order. */
  sorted: boolean
  /** At least one condition bounds every access. */
  narrowed: boolean
  /** Every range holds one document at most. */
  unique: boolean
  /** The same document may come up twice. */
  mayRepeat: boolean
}

interface Candidate extends AccessPlan {
  score: number
}

/** Ranges of one index a query may fan out to; more than that and a field stays a residual condition. */
const MAX_RANGES = 2000
const PRIMARY_KEYS: IndexState['keys'] = [['_id', 1]]
const keysOf = (index: IndexState | null): IndexState['keys'] => index?.keys ?? PRIMARY_KEYS

interface Bounds {
  ranges: KeyRange[]
  equalFields: number
  ranged: boolean
}

function boundsOf(index: IndexState | null, branch: Branch): Bounds {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let equalFields = 0
  for (const [path, direction] of keysOf(index)) {
    const constraint = branch.get(path)
    if (!constraint) break
    const points = constraint.points
    if (points && prefixes.length * points.length <= MAX_RANGES) {
      const encoded = points.map(point => encodeField(point, direction))
      prefixes = prefixes.flatMap(prefix => encoded.map(field => Buffer.concat([prefix, field])))
      equalFields++
      continue
    }
    const { lower, upper } = tightest(constraint, index?.multikey.includes(path) ?? false)
    if (!lower && !upper) break
    const [from, to] = fieldRange(lower, upper, direction)
    const ranges = prefixes.map(prefix => ({
      from: Buffer.concat([prefix, from]),
      to: Buffer.concat([prefix, to]),
    }))
    return { ranges, equalFields, ranged: true }
  }
  const ranges = prefixes.map(prefix => ({ from: prefix, to: Buffer.concat([prefix, AFTER]) }))
  return { ranges, equalFields, ranged: false }
}

/** Two bounds on an array may be met by two different elements, so only one of them can bound the walk. */
function tightest(constraint: Constraint, multikey: boolean): Pick<Constraint, 'lower' | 'upper'> {
  if (!multikey || !constraint.lower) return constraint
  return { lower: constraint.lower, upper: undefined }
}

/**
 * Whether each range yields `sort`: exactly, or exactly reversed. A field may stand between that has one value in a
 * range, because the range was made of it, or because the query knows one value of it and no array holds it.
 */
function orderOf(
  index: IndexState | null,
  branch: Branch,
  sort: Sort,
  equalFields: number,
): { sorted: boolean; reverse: boolean } {
  const keys = keysOf(index)
  const isOne = (path = '') => branch.get(path)?.points?.length === 1 && !index?.multikey.includes(path)
  let at = 0
  let reverse: boolean | null = null
  for (const [path, direction] of sort) {
    while (at < keys.length && keys[at]?.[0] !== path && (at < equalFields || isOne(keys[at]?.[0]))) at++
    const key = keys[at]
    if (!key || key[0] !== path || index?.multikey.includes(path)) return { sorted: false, reverse: false }
    at++
    if (branch.get(path)?.points?.length === 1) continue
    const needsReverse = key[1] !== direction
    if (reverse !== null && reverse !== needsReverse) return { sorted: false, reverse: false }
    reverse = needsReverse
  }
  return { sorted: true, reverse: reverse ?? false }
}

function candidateFor(index: IndexState | null, branch: Branch, sort: Sort): Candidate {
  const bounds = boundsOf(index, branch)
  const order =
    sort.length === 0 ? { sorted: true, reverse: false } : orderOf(index, branch, sort, bounds.equalFields)
  const narrowed = bounds.equalFields > 0 || bounds.ranged
  const unique = (index?.unique ?? true) && bounds.equalFields === keysOf(index).length
  const usefulOrder = sort.length > 0 && order.sorted
  return {
    accesses: [{ index, ranges: bounds.ranges, reverse: order.reverse }],
    sorted: order.sorted,
    narrowed,
    unique,
    mayRepeat: (index?.multikey.length ?? 0) > 0,
    // A lookup by unique key beats all; an order that comes for free is worth a little more than one equal field.
    score:
      (unique ? 1000 : 0) +
      bounds.equalFields * 10 +
      (bounds.ranged ? 5 : 0) +
      (usefulOrder ? (narrowed || branch.size === 0 ? 12 : 1) : 0),
  }
}

function bestFor(collection: CollectionState, branch: Branch, sort: Sort): Candidate {
  const indexes: (IndexState | null)[] = [null, ...collection.indexes]
  return indexes
    .map(index => candidateFor(index, branch, sort))
    .reduce((best, candidate) => (candidate.score > best.score ? candidate : best))
}

function union(plans: Candidate[]): Candidate {
  return {
    accesses: plans.flatMap(plan => plan.accesses),
    sorted: plans.every(plan => plan.sorted),
    narrowed: plans.every(plan => plan.narrowed),
    unique: plans.every(plan => plan.unique),
    mayRepeat: true,
    score: Math.min(...plans.map(plan => plan.score)),
  }
}

/** The best plan, either ignoring every `$or` or reading the union of its branches. */
export function planQuery(
  collection: CollectionState,
  filter: Record<string, unknown>,
  sort: Sort,
): AccessPlan {
  const { common, alternatives } = branchesOf(filter)
  const plain = bestFor(collection, common, sort)
  if (!alternatives) return plain
  const split = union(alternatives.map(branch => bestFor(collection, branch, sort)))
  return split.narrowed && split.score > plain.score ? split : plain
}
