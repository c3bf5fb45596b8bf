/**
 * Values as the database sees them: their order across types, their equality, and what a dotted path reaches.
 * Source of the order: MongoDB manual, "Comparison/Sort Order".
 */
import { Binary, ObjectId } from 'bson'

export type Document = Record<string, unknown>
export type Direction = 1 | -1
export type Sort = [path: string, direction: Direction][]

/** Ranks double as the first byte of an encoded index key, hence the gaps and the upper bound below 0xff. */
export const Rank = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binary: 0x58,
  objectId: 0x60,
  boolean: 0x70,
  date: 0x80,
  regExp: 0x90,
  other: 0xa0,
} as const

export function isPlainObject(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The type bracket of a value. Absent counts as null, as it does in an index. */
export function rankOf(value: unknown): number {
  if (value === undefined || value === null) return Rank.null
  if (typeof value === 'number') return Rank.number
  if (typeof value === 'string') return Rank.string
  if (typeof value === 'boolean') return Rank.boolean
  if (Array.isArray(value)) return Rank.array
  if (value instanceof Date) return Rank.date
  if (value instanceof ObjectId) return Rank.objectId
  if (value instanceof RegExp) return Rank.regExp
  if (value instanceof Binary) return Rank.binary
  return isPlainObject(value) ? Rank.object : Rank.other
}

/** NaN is the least number and equals itself, as in the database. */
function compareNumbers(a: number, b: number): number {
  if (a === b) return 0
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  if (Number.isNaN(b)) return 1
  return a < b ? -1 : 1
}

/** By code point, as UTF-8 bytes compare: JavaScript's own order puts 😀 before U+FF01. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    if (x >= 0xd800 && y >= 0xd800) return Buffer.compare(Buffer.from(a), Buffer.from(b))
    return x < y ? -1 : 1
  }
  return a.length < b.length ? -1 : 1
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i], b[i])
    if (order !== 0) return order
  }
  return compareNumbers(a.length, b.length)
}

/** Field by field in the order they are stored: type, then name, then value. */
function compareObjects(a: Document, b: Document): number {
  const left = Object.entries(a)
  const right = Object.entries(b)
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) {
    const [nameA, valueA] = left[i] as [string, unknown]
    const [nameB, valueB] = right[i] as [string, unknown]
    const order =
      compareNumbers(rankOf(valueA), rankOf(valueB)) ||
      compareStrings(nameA, nameB) ||
      compareValues(valueA, valueB)
    if (order !== 0) return order
  }
  return compareNumbers(left.length, right.length)
}

/** Total order over all values; 0 means the database would call them equal. */
export function compareValues(a: unknown, b: unknown): number {
  const rank = rankOf(a)
  const byType = compareNumbers(rank, rankOf(b))
  if (byType !== 0) return byType
  switch (rank) {
    case Rank.null:
      return 0
    case Rank.number:
      return compareNumbers(a as number, b as number)
    case Rank.string:
      return compareStrings(a as string, b as string)
    case Rank.boolean:
      return Number(a) - Number(b)
    case Rank.date:
      return compareNumbers((a as Date).getTime(), (b as Date).getTime())
    case Rank.array:
      return compareArrays(a as unknown[], b as unknown[])
    case Rank.object:
      return compareObjects(a as Document, b as Document)
    case Rank.binary:
      return Buffer.compare((a as Binary).buffer, (b as Binary).buffer)
    default:
      return compareStrings(String(a), String(b))
  }
}

export const equalValues = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0

function collect(value: unknown, parts: string[], at: number, found: unknown[]): void {
  const part = parts[at]
  if (part === undefined) {
    found.push(value)
    return
  }
  if (Array.isArray(value)) {
    if (/^\d+$/.test(part) && Number(part) < value.length) collect(value[Number(part)], parts, at + 1, found)
    for (const element of value) if (isPlainObject(element)) collect(element, parts, at, found)
    return
  }
  if (isPlainObject(value) && Object.hasOwn(value, part)) collect(value[part], parts, at + 1, found)
  else found.push(undefined)
}

/** What a dotted path reaches: one value per branch through arrays of documents, `undefined` where it is absent. */
export function reach(document: Document, path: string): unknown[] {
  if (!path.includes('.')) return [document[path]]
  const found: unknown[] = []
  collect(document, path.split('.'), 0, found)
  return found.length > 0 ? found : [undefined]
}

/** Reached values and, where one is an array, its elements: all that a comparison may match. */
export function candidates(document: Document, path: string): unknown[] {
  const reached = reach(document, path)
  if (!reached.some(Array.isArray)) return reached
  return reached.flatMap(value => (Array.isArray(value) ? [value, ...value] : [value]))
}

/** An array sorts by its least element upwards and by its greatest downwards; an empty one before null. */
function sortKey(document: Document, path: string, direction: Direction): { empty: boolean; value: unknown } {
  const reached = reach(document, path)
  if (reached.length === 1 && !Array.isArray(reached[0])) return { empty: false, value: reached[0] }
  const elements = reached.flatMap(value => (Array.isArray(value) ? value : [value]))
  if (elements.length === 0) return { empty: true, value: null }
  const best = elements.reduce((kept, element) =>
    compareValues(element, kept) * direction < 0 ? element : kept,
  )
  return { empty: false, value: best }
}

/** Orders documents by the fields of `sort`; 0 when they tie. */
export function compareBySort(sort: Sort): (a: Document, b: Document) => number {
  return (a, b) => {
    for (const [path, direction] of sort) {
      const left = sortKey(a, path, direction)
      const right = sortKey(b, path, direction)
      const order =
        left.empty || right.empty
          ? Number(right.empty) - Number(left.empty)
          : compareValues(left.value, right.value)
      if (order !== 0) return order * direction
    }
    return 0
  }
}
