/** Reading and changing one dotted path of a document in place. */
import { requestFailed } from '../failure'
import { type Document, isPlainObject } from '../values'

type Container = Document | unknown[]

const isIndex = (part: string): boolean => /^\d+$/.test(part)

function childOf(container: Container, part: string): unknown {
  if (!Array.isArray(container)) return Object.hasOwn(container, part) ? container[part] : undefined
  return isIndex(part) ? container[Number(part)] : undefined
}

function assign(container: Container, part: string, value: unknown): void {
  if (!Array.isArray(container)) {
    container[part] = value
    return
  }
  if (!isIndex(part)) throw requestFailed(`Cannot create field '${part}' in an array`)
  const at = Number(part)
  while (container.length < at) container.push(null)
  container[at] = value
}

const isContainer = (value: unknown): value is Container => Array.isArray(value) || isPlainObject(value)

export function checkPath(path: string): string[] {
  const parts = path.split('.')
  for (const part of parts) {
    if (part === '') throw requestFailed(`The update path '${path}' contains an empty field name`)
    if (part.startsWith('$')) throw requestFailed(`The positional operator in '${path}' is not supported`)
    if (part === '__proto__') throw requestFailed(`The field name '${part}' is refused`)
  }
  if (parts[0] === '_id') {
    throw requestFailed(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
  }
  return parts
}

/** The value at a path as updates see it: array elements only by index. */
export function valueAt(document: Document, path: string): unknown {
  let value: unknown = document
  for (const part of path.split('.')) {
    if (!isContainer(value)) return undefined
    value = childOf(value, part)
  }
  return value
}

/** Sets a path, creating the objects on the way. @throws DatabaseFailure when a scalar or null is in the way */
export function setAt(document: Document, path: string, value: unknown): void {
  const parts = checkPath(path)
  const last = parts.pop() ?? path
  let container: Container = document
  for (const part of parts) {
    let child = childOf(container, part)
    if (child === undefined) {
      child = {}
      assign(container, part, child)
    }
    if (!isContainer(child)) {
      throw requestFailed(`Cannot create field '${last}' in element {${part}: ${JSON.stringify(child)}}`)
    }
    container = child
  }
  assign(container, last, value)
}

/** Removes a field; an array keeps its length and gets null, as in MongoDB. */
export function unsetAt(document: Document, path: string): void {
  const parts = checkPath(path)
  const last = parts.pop() ?? path
  const container = parts.length === 0 ? document : valueAt(document, parts.join('.'))
  if (Array.isArray(container)) {
    if (isIndex(last) && Number(last) < container.length) container[Number(last)] = null
  } else if (isPlainObject(container)) delete container[last]
}
