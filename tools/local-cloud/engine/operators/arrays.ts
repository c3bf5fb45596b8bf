/** Update operators on arrays. Each takes the present value and returns the new one; `undefined` leaves it alone. */
import { invalidParameter, requestFailed } from '../failure'
import { matcher } from '../matcher'
import { compareBySort, compareValues, type Document, equalValues, isPlainObject, type Sort } from '../values'

function arrayAt(operator: string, path: string, value: unknown): unknown[] | undefined {
  if (value === undefined || Array.isArray(value)) return value
  throw requestFailed(`Cannot apply ${operator} to the field '${path}', which is not an array`)
}

function requireArray(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} requires an array argument`)
  return operand
}

function sorted(values: unknown[], order: unknown): unknown[] {
  if (order === 1 || order === -1) return [...values].sort((a, b) => compareValues(a, b) * order)
  if (!isPlainObject(order)) throw requestFailed('The $sort is invalid: use 1/-1 or an object')
  const compare = compareBySort(Object.entries(order) as Sort)
  return [...values].sort((a, b) => compare(asDocument(a), asDocument(b)))
}

const asDocument = (value: unknown): Document => (isPlainObject(value) ? value : {})

function whole(name: string, value: unknown): number {
  if (!Number.isInteger(value)) throw requestFailed(`The value for ${name} must be an integer`)
  return value as number
}

/** `{$each, $position, $sort, $slice}` or one value. */
export function push(path: string, present: unknown, operand: unknown): unknown {
  const values = [...(arrayAt('$push', path, present) ?? [])]
  if (!isPlainObject(operand) || !('$each' in operand)) return [...values, operand]
  const each = requireArray('$each', operand.$each)
  if (operand.$position === undefined) values.push(...each)
  else values.splice(whole('$position', operand.$position), 0, ...each)
  const ordered = operand.$sort === undefined ? values : sorted(values, operand.$sort)
  if (operand.$slice === undefined) return ordered
  const keep = whole('$slice', operand.$slice)
  return keep >= 0 ? ordered.slice(0, keep) : ordered.slice(keep)
}

/** Equal values go in once, whether they were there or come twice in `$each`. */
export function addToSet(path: string, present: unknown, operand: unknown): unknown {
  const values = [...(arrayAt('$addToSet', path, present) ?? [])]
  const added =
    isPlainObject(operand) && '$each' in operand ? requireArray('$each', operand.$each) : [operand]
  for (const value of added) if (!values.some(kept => equalValues(kept, value))) values.push(value)
  return values
}

/** 1 removes the last element, -1 the first. */
export function pop(path: string, present: unknown, operand: unknown): unknown {
  if (operand !== 1 && operand !== -1) throw invalidParameter('$pop expects 1 or -1')
  const values = arrayAt('$pop', path, present)
  if (!values) return undefined
  return operand === 1 ? values.slice(0, -1) : values.slice(1)
}

/** A document matches elements field by field, operators match the element itself, anything else by equality. */
export function pull(path: string, present: unknown, operand: unknown): unknown {
  const values = arrayAt('$pull', path, present)
  if (!values) return undefined
  if (!isPlainObject(operand) && !(operand instanceof RegExp)) {
    return values.filter(value => !equalValues(value, operand))
  }
  const judgesElement = operand instanceof RegExp || Object.keys(operand).some(name => name.startsWith('$'))
  const accepts = matcher(judgesElement ? { element: operand } : (operand as Document))
  return values.filter(value =>
    judgesElement ? !accepts({ element: value }) : !(isPlainObject(value) && accepts(value)),
  )
}

export function pullAll(path: string, present: unknown, operand: unknown): unknown {
  const removed = requireArray('$pullAll', operand)
  const values = arrayAt('$pullAll', path, present)
  return values?.filter(value => !removed.some(entry => equalValues(entry, value)))
}
