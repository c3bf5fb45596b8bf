/**
 * Index keys as bytes whose order is the order of the values, so that a B-tree of bytes is an index.
 * Every encoding ends by itself (no encoding is a prefix of another), hence fields can simply be joined.
 */
import { type Binary, ObjectId } from 'bson'
import { requestFailed } from './failure'
import { compareValues, type Direction, type Document, isPlainObject, Rank, rankOf, reach } from './values'

/** Above every byte that can follow a complete field: ranks and inverted ranks stay below it. */
export const AFTER = Buffer.from([0xff])
const END = 0x05
/** Facts of the service: an index field holds at most 1,024 bytes. */
const MAX_ENTRY_BYTES = 1024

function encodeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = Rank.number
  if (Number.isNaN(value)) return bytes
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  // IEEE 754 orders like an unsigned integer once the sign bit is flipped, or all bits of a negative number.
  if (value < 0) for (let i = 1; i < 9; i++) bytes[i] = ~(bytes[i] as number) & 0xff
  else bytes[1] = (bytes[1] as number) | 0x80
  return bytes
}

/** Ends with 0x00; a zero byte inside becomes 0x00 0xff, which sorts after any end. */
function terminated(raw: Buffer): Buffer {
  if (!raw.includes(0)) return Buffer.concat([raw, Buffer.from([0])])
  const bytes: number[] = []
  for (const byte of raw) byte === 0 ? bytes.push(0, 0xff) : bytes.push(byte)
  bytes.push(0)
  return Buffer.from(bytes)
}

const tagged = (rank: number, ...rest: Buffer[]): Buffer => Buffer.concat([Buffer.from([rank]), ...rest])

/** One value, ascending. */
export function encodeValue(value: unknown): Buffer {
  const rank = rankOf(value)
  switch (rank) {
    case Rank.null:
      return Buffer.from([Rank.null])
    case Rank.number:
      return encodeNumber(value as number)
    case Rank.string:
      return tagged(rank, terminated(Buffer.from(value as string)))
    case Rank.boolean:
      return Buffer.from([rank, value === true ? 1 : 0])
    case Rank.date:
      return tagged(rank, encodeNumber((value as Date).getTime()))
    case Rank.array:
      return tagged(rank, ...(value as unknown[]).map(encodeValue), Buffer.from([END]))
    case Rank.object: {
      const fields = Object.entries(value as Document).flatMap(([name, field]) => [
        Buffer.from([rankOf(field)]),
        terminated(Buffer.from(name)),
        encodeValue(field),
      ])
      return tagged(rank, ...fields, Buffer.from([END]))
    }
    case Rank.objectId:
      return tagged(rank, Buffer.from((value as ObjectId).id))
    case Rank.binary:
      return tagged(rank, terminated(Buffer.from((value as Binary).buffer)))
    default:
      return tagged(rank, terminated(Buffer.from(String(value))))
  }
}

export const inverted = (bytes: Buffer): Buffer => Buffer.from(bytes.map(byte => ~byte & 0xff))

/** One field of an index key in the direction it was declared. */
export const encodeField = (value: unknown, direction: Direction): Buffer =>
  direction === 1 ? encodeValue(value) : inverted(encodeValue(value))

/** The key a document is stored under. Only what can be an `_id` is accepted. */
export function encodeId(id: unknown): Buffer {
  if (typeof id === 'string' || typeof id === 'number' || id instanceof ObjectId || isPlainObject(id)) {
    const key = encodeValue(id)
    if (key.length > MAX_ENTRY_BYTES / 2) throw requestFailed('the _id is too long')
    return key
  }
  throw requestFailed(`can't use ${Array.isArray(id) ? 'an array' : String(id)} for _id`)
}

/** Where the first array lies on a path, or null: two array roots in one index cannot be indexed. */
function arrayRoot(document: Document, path: string): string | null {
  let value: unknown = document
  const walked: string[] = []
  for (const part of path.split('.')) {
    if (Array.isArray(value)) return walked.join('.')
    if (!isPlainObject(value)) return null
    walked.push(part)
    value = value[part]
  }
  return Array.isArray(value) ? walked.join('.') : null
}

function fieldKeys(document: Document, path: string, direction: Direction): Buffer[] {
  const reached = reach(document, path)
  const keys: Buffer[] = []
  for (const value of reached) {
    if (!Array.isArray(value)) keys.push(encodeField(value, direction))
    else if (value.length > 0) keys.push(...value.map(element => encodeField(element, direction)))
    else
      keys.push(direction === 1 ? Buffer.from([Rank.emptyArray]) : inverted(Buffer.from([Rank.emptyArray])))
  }
  return keys
}

export interface DocumentEntries {
  /** Distinct keys, one per combination of array elements. */
  keys: Buffer[]
  /** Paths of this index that met an array in this document. */
  multikey: string[]
}

/**
 * The entries a document has in an index; a missing field counts as null.
 * @throws DatabaseFailure when two parallel arrays meet or a key exceeds 1,024 bytes
 */
export function entriesOf(
  document: Document,
  fields: [path: string, direction: Direction][],
): DocumentEntries {
  const roots = new Map<string, string>()
  for (const [path] of fields) {
    const root = arrayRoot(document, path)
    if (root !== null) roots.set(path, root)
  }
  if (new Set(roots.values()).size > 1) {
    throw requestFailed(`cannot index parallel arrays [${[...roots.values()].join('] [')}]`)
  }
  let keys: Buffer[] = [Buffer.alloc(0)]
  for (const [path, direction] of fields) {
    const next = fieldKeys(document, path, direction)
    keys = keys.flatMap(prefix => next.map(key => Buffer.concat([prefix, key])))
  }
  for (const key of keys) {
    if (key.length > MAX_ENTRY_BYTES) throw requestFailed(`index key too large: ${key.length} bytes of 1024`)
  }
  if (keys.length === 1) return { keys, multikey: [...roots.keys()] }
  keys.sort(Buffer.compare)
  return {
    keys: keys.filter((key, i) => i === 0 || !key.equals(keys[i - 1] as Buffer)),
    multikey: [...roots.keys()],
  }
}

export interface Bound {
  value: unknown
  inclusive: boolean
}

/** Bytes [from, to) that hold every value of one type between two bounds, in the field's direction. */
export function fieldRange(
  lower: Bound | undefined,
  upper: Bound | undefined,
  direction: Direction,
): [from: Buffer, to: Buffer] {
  const rank = rankOf(lower ? lower.value : upper?.value)
  if (lower && upper && rankOf(upper.value) !== rank) return [AFTER, AFTER]
  if (lower && upper && compareValues(lower.value, upper.value) > 0) return [AFTER, AFTER]
  const edge = (bound: Bound, after: boolean): Buffer => {
    const key = encodeField(bound.value, direction)
    return after ? Buffer.concat([key, AFTER]) : key
  }
  if (direction === 1) {
    return [
      lower ? edge(lower, !lower.inclusive) : Buffer.from([rank]),
      upper ? edge(upper, upper.inclusive) : Buffer.from([rank + 1]),
    ]
  }
  return [
    upper ? edge(upper, !upper.inclusive) : Buffer.from([~rank & 0xff]),
    lower ? edge(lower, lower.inclusive) : Buffer.from([(~rank & 0xff) + 1]),
  ]
}
