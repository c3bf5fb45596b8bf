/** Reads out of a filter what an index can use. Everything it does not understand it leaves to the predicate. */
import type { Bound } from './indexKeys'
import { compareValues, type Document, isPlainObject, Rank, rankOf } from './values'

export interface Constraint {
  /** The field equals one of these. */
  points?: unknown[]
  lower?: Bound | undefined
  upper?: Bound | undefined
}

/** Constraints by path, all of which hold. */
export type Branch = Map<string, Constraint>

export interface Branches {
  /** What holds whatever an `$or` decides. */
  common: Branch
  /** One branch per way to satisfy the `$or`s, or null when there is none (or too many). */
  alternatives: Branch[] | null
}

const MAX_ALTERNATIVES = 64

/** Arrays, documents and expressions match in more ways than one key can say. */
function isPoint(value: unknown): boolean {
  const rank = rankOf(value)
  return rank !== Rank.array && rank !== Rank.object && rank !== Rank.regExp && rank !== Rank.other
}

function addPoints(constraint: Constraint, values: unknown[]): void {
  if (!values.every(isPoint)) return
  const sorted = [...values].sort(compareValues)
  const distinct = sorted.filter((value, i) => i === 0 || compareValues(value, sorted[i - 1]) !== 0)
  if (!constraint.points || distinct.length < constraint.points.length) constraint.points = distinct
}

/** The first bound found stays: it is never wrong, and two on one side are rare. */
function addBound(constraint: Constraint, side: 'lower' | 'upper', value: unknown, inclusive: boolean): void {
  if (!isPoint(value)) return
  if (rankOf(value) === Rank.null) {
    if (inclusive) addPoints(constraint, [null])
    return
  }
  constraint[side] ??= { value, inclusive }
}

function addOperator(branch: Branch, path: string, operator: string, operand: unknown): void {
  const constraint = branch.get(path) ?? {}
  if (operator === '$eq') addPoints(constraint, [operand])
  else if (operator === '$in' && Array.isArray(operand)) addPoints(constraint, operand)
  else if (operator === '$all' && Array.isArray(operand) && operand.length > 0)
    addPoints(constraint, [operand[0]])
  else if (operator === '$gt' || operator === '$gte')
    addBound(constraint, 'lower', operand, operator === '$gte')
  else if (operator === '$lt' || operator === '$lte')
    addBound(constraint, 'upper', operand, operator === '$lte')
  if (constraint.points || constraint.lower || constraint.upper) branch.set(path, constraint)
}

const isOperators = (value: unknown): value is Document =>
  isPlainObject(value) && Object.keys(value).some(name => name.startsWith('$'))

function addField(branch: Branch, path: string, condition: unknown): void {
  if (!isOperators(condition)) {
    addOperator(branch, path, '$eq', condition)
    return
  }
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator !== '$elemMatch') addOperator(branch, path, operator, operand)
    else if (isPlainObject(operand)) {
      for (const [name, inner] of Object.entries(operand)) {
        if (!name.startsWith('$')) addField(branch, `${path}.${name}`, inner)
      }
    }
  }
}

/** Splits a filter into fields that must hold and the `$or`s beside them. */
function flatten(filter: Document, branch: Branch, choices: Document[][]): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) flatten(part, branch, choices)
    } else if (name === '$or' && Array.isArray(condition)) {
      choices.push(condition.filter(isPlainObject))
    } else if (!name.startsWith('$')) addField(branch, name, condition)
  }
}

function copyOf(branch: Branch): Branch {
  return new Map([...branch].map(([path, constraint]) => [path, { ...constraint }]))
}

function expand(base: Branch, choices: Document[][]): Branch[] | null {
  const [first, ...rest] = choices
  if (!first) return [base]
  const expanded: Branch[] = []
  for (const choice of first) {
    const branch = copyOf(base)
    const nested: Document[][] = []
    flatten(choice, branch, nested)
    const deeper = expand(branch, [...nested, ...rest])
    if (!deeper || expanded.length + deeper.length > MAX_ALTERNATIVES) return null
    expanded.push(...deeper)
  }
  return expanded
}

export function branchesOf(filter: Document): Branches {
  const common: Branch = new Map()
  const choices: Document[][] = []
  flatten(filter, common, choices)
  return { common, alternatives: choices.length > 0 ? expand(common, choices) : null }
}
