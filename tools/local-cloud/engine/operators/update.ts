/** Applies an update document (`{$set: …, $inc: …}`) with MongoDB's rules. */
import { requestFailed } from '../failure'
import { compareValues, type Document, isPlainObject, Rank, rankOf } from '../values'
import { addToSet, pop, pull, pullAll, push } from './arrays'
import { checkPath, setAt, unsetAt, valueAt } from './paths'

/** The new value of a field; `undefined` leaves it as it is. */
type FieldOperator = (path: string, present: unknown, operand: unknown) => unknown

function arithmetic(
  name: string,
  missing: (operand: number) => number,
  apply: (a: number, b: number) => number,
) {
  return (path: string, present: unknown, operand: unknown): number => {
    if (typeof operand !== 'number') {
      throw requestFailed(`Cannot ${name} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`)
    }
    if (present === undefined) return missing(operand)
    if (typeof present !== 'number') {
      throw requestFailed(
        `Cannot apply $${name} to a value of non-numeric type: {${path}: ${JSON.stringify(present)}}`,
      )
    }
    return apply(present, operand)
  }
}

const bound =
  (direction: 1 | -1): FieldOperator =>
  (_path, present, operand) =>
    present === undefined || compareValues(operand, present) * direction > 0 ? operand : undefined

function bit(path: string, present: unknown, operand: unknown): unknown {
  if (!isPlainObject(operand)) throw requestFailed('$bit expects {and|or|xor: integer}')
  let value = present === undefined ? 0 : present
  if (!Number.isInteger(value))
    throw requestFailed(`Cannot apply $bit to a value of non-integral type: ${path}`)
  for (const [name, mask] of Object.entries(operand)) {
    if (!Number.isInteger(mask)) throw requestFailed('The $bit modifier field must be an integer')
    if (name === 'and') value = (value as number) & (mask as number)
    else if (name === 'or') value = (value as number) | (mask as number)
    else if (name === 'xor') value = (value as number) ^ (mask as number)
    else throw requestFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
  }
  return value
}

const fieldOperators: Record<string, FieldOperator> = {
  $set: (_path, _present, operand) => operand,
  $inc: arithmetic(
    'inc',
    operand => operand,
    (a, b) => a + b,
  ),
  $mul: arithmetic(
    'mul',
    () => 0,
    (a, b) => a * b,
  ),
  $max: bound(1),
  $min: bound(-1),
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}

function targetsOf(operator: string, fields: Document): string[] {
  if (operator !== '$rename') return Object.keys(fields)
  return Object.entries(fields).flatMap(([from, to]) => {
    if (typeof to !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${from}`)
    return [from, to]
  })
}

/** Two operators may not touch the same path, nor one a parent of the other. */
function refuseConflicts(paths: string[]): void {
  const sorted = paths.map(path => checkPath(path).join('\0')).sort()
  for (let i = 1; i < sorted.length; i++) {
    const [previous, path] = [sorted[i - 1] as string, sorted[i] as string]
    if (path === previous || path.startsWith(`${previous}\0`)) {
      const shown = path.replaceAll('\0', '.')
      throw requestFailed(
        `Updating the path '${shown}' would create a conflict at '${previous.replaceAll('\0', '.')}'`,
      )
    }
  }
}

function rename(document: Document, from: string, to: string): void {
  const value = valueAt(document, from)
  if (value === undefined) return
  unsetAt(document, from)
  setAt(document, to, value)
}

function operatorsOf(update: Document, inserting: boolean): [operator: string, fields: Document][] {
  const operators: [string, Document][] = []
  for (const [operator, fields] of Object.entries(update)) {
    if (!(operator in fieldOperators) && !['$unset', '$rename', '$setOnInsert'].includes(operator)) {
      throw requestFailed(`Unknown modifier: ${operator}`)
    }
    if (!isPlainObject(fields)) throw requestFailed(`Modifiers operate on fields but we found: {${operator}}`)
    if (operator === '$setOnInsert') {
      if (inserting) operators.push(['$set', fields])
    } else operators.push([operator, fields])
  }
  if (operators.length === 0 && !inserting) throw requestFailed('the update has no operator')
  return operators
}

/** A copy that shares nothing mutable that updates change in place (objects and arrays). */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyOf(field)])) as T
}

/**
 * Returns the updated document; `document` itself stays untouched.
 * @throws DatabaseFailure for unknown operators, conflicting paths, wrong types, and changes of `_id`
 */
export function applyUpdate(document: Document, update: Document, inserting = false): Document {
  const operators = operatorsOf(update, inserting)
  refuseConflicts(operators.flatMap(([operator, fields]) => targetsOf(operator, fields)))
  const updated = copyOf(document)
  for (const [operator, fields] of operators) {
    for (const [path, operand] of Object.entries(fields)) {
      if (operator === '$unset') unsetAt(updated, path)
      else if (operator === '$rename') rename(updated, path, operand as string)
      else {
        const next = fieldOperators[operator]?.(path, valueAt(updated, path), operand)
        if (next !== undefined) setAt(updated, path, copyOf(next))
      }
    }
  }
  return updated
}

/** Refuses names the server refuses, at any depth. */
export function checkFieldNames(value: unknown): void {
  if (Array.isArray(value)) for (const element of value) checkFieldNames(element)
  if (rankOf(value) !== Rank.object) return
  for (const [name, field] of Object.entries(value as Document)) {
    if (name === '' || name.startsWith('$') || name.includes('.')) {
      throw requestFailed(`The field name '${name}' is not valid for storage`)
    }
    checkFieldNames(field)
  }
}
