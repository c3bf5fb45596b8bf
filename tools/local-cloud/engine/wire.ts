/** The wire's JSON to values and back. Requests carry canonical EJSON strings; replies relaxed ones. */
import { createHash } from 'node:crypto'
import { BSONRegExp, EJSON, Long } from 'bson'
import { invalidParameter, requestFailed } from './failure'
import { type Document, isPlainObject, type Sort } from './values'

const MAX_REPLY_BYTES = 16 * 1024 * 1024

export interface Parsing {
  /** ms since the epoch, for `serverDate`; null where it is refused (in a transaction). */
  now: (() => number) | null
}

function serverDate(value: Document, parsing: Parsing): Date {
  if (!parsing.now) throw invalidParameter('serverDate is not supported in a transaction')
  const { offset } = value.$tcb_server_date as { offset?: number }
  return new Date(parsing.now() + (offset ?? 0))
}

/** EJSON's own classes to JavaScript's, and `serverDate` to the server's time. */
function settle(value: unknown, parsing: Parsing): unknown {
  if (Array.isArray(value)) return value.map(element => settle(element, parsing))
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options)
  if (value instanceof Long) return value.toNumber()
  if (!isPlainObject(value)) return value
  if (isPlainObject(value.$tcb_server_date)) return serverDate(value, parsing)
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, settle(field, parsing)]))
}

/** Parses one EJSON string. @throws DatabaseFailure INVALID_PARAM when it is none */
export function parse(text: unknown, parsing: Parsing): unknown {
  if (typeof text !== 'string') throw invalidParameter('an EJSON string is expected')
  let raw: unknown
  try {
    raw = EJSON.parse(text)
  } catch (error) {
    throw invalidParameter(error instanceof Error ? error.message : String(error))
  }
  return settle(raw, parsing)
}

export function parseObject(text: unknown, parsing: Parsing, name: string): Document {
  const value = parse(text, parsing)
  if (!isPlainObject(value)) throw invalidParameter(`${name} must be an object`)
  return value
}

/** An absent or empty query means all documents, as `collection.get()` sends it. */
export function parseQuery(text: unknown, parsing: Parsing): Document {
  return text === undefined || text === null || text === '' ? {} : parseObject(text, parsing, 'query')
}

export function parseSort(text: unknown, parsing: Parsing): Sort {
  if (text === undefined || text === null || text === '') return []
  return Object.entries(parseObject(text, parsing, 'order')).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParameter('order value must be 1 or -1')
    return [path, direction]
  })
}

/** An optional count. @throws DatabaseFailure INVALID_PARAM when it is none */
export function wholeNumber(value: unknown, name: string, fallback: number): number {
  if (value === undefined || value === null) return fallback
  if (!Number.isInteger(value) || (value as number) < 0)
    throw invalidParameter(`${name} must be a non-negative integer`)
  return value as number
}

/** Documents as the SDK parses them. @throws DatabaseFailure when they exceed 16 MB together */
export function stringifyList(documents: unknown[]): string[] {
  let bytes = 0
  return documents.map(document => {
    const text = EJSON.stringify(document, { relaxed: true, ignoreUndefined: true })
    bytes += Buffer.byteLength(text)
    if (bytes > MAX_REPLY_BYTES) throw requestFailed('response size exceeds the limit of 16 MB')
    return text
  })
}

/** Plain JSON with dates under `$date`, fields in a fixed order: for dumps and digests. */
export function plain(value: unknown): unknown {
  if (isPlainValue(value)) return value
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? null : value.toISOString() }
  if (!isPlainObject(value)) return EJSON.serialize(value as never)
  const names = Object.keys(value).sort()
  return Object.fromEntries(names.map(name => [name, plain(value[name])]))
}

/** Most values are, and EJSON takes a long way to give them back as they are. */
function isPlainValue(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  return typeof value === 'string' || typeof value === 'boolean' || value === null
}

/** How many documents, and a hash of their plain form in the order given; one document in memory at a time. */
export function digestOf(stored: Iterable<{ document: Document }>): { count: number; hash: string } {
  const hash = createHash('sha256')
  let count = 0
  for (const { document } of stored) {
    hash.update(JSON.stringify(plain(document))).update('\n')
    count++
  }
  return { count, hash: hash.digest('hex') }
}
