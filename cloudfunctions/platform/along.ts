import { _ } from './cloud'
import type { Document, Find } from './collection'
import type { Sight } from './sight'

/**
 * A read that travels with the one that asks who is calling, so that both are one request. It is made by a room's own
 * store (`posts.along(…)`); what it finds goes to nobody before the caller is admitted.
 */
export interface Along<T extends Document = Document> {
  readonly lookup: Lookup
  /** Never there: it keeps what kind of document is found. */
  readonly finds?: T
}

interface Lookup {
  from: string
  let: { caller: '$_id' | '$$caller'; own?: unknown }
  pipeline: object[]
}

export type Alongs = Record<string, Along>
/** What was found, by the names under which it was asked for. */
export type Found<A extends Alongs> = { [Name in keyof A]: A[Name] extends Along<infer T> ? T[] : never }

export interface FindAlong<T> extends Find<T> {
  /** The field that must hold the caller's id; without it what is found has nothing to do with the caller. */
  ofCaller?: (keyof T & string) | `${keyof T & string}.${string}`
  /**
   * The field that must equal what this expression makes of the document that is joined: the caller, or what `each` joins,
   * where `$$caller` is the caller still.
   */
  matching?: { field: keyof T & string; value: unknown }
  /** What is read along with each that is found, by the names under which it lies there. */
  each?: Alongs
  /** In place of `fields`: what the caller is shown. */
  sight?: Sight
}

/** A pipeline, as the database takes it in a lookup: filter, order and limit are served by an index like a query's. */
export function alongOf<T extends Document>(
  from: string,
  { where, orderBy = [], limit, fields, ofCaller, matching, each, sight }: FindAlong<T>,
): Along<T> {
  const stages = _.aggregate.pipeline().match(where).done()
  if (ofCaller) stages.push({ $match: { $expr: { $eq: [`$${ofCaller}`, '$$caller'] } } })
  if (matching) stages.push({ $match: { $expr: { $eq: [`$${matching.field}`, '$$own'] } } })
  if (orderBy.length > 0) stages.push({ $sort: sortOf(orderBy) })
  stages.push({ $limit: limit })
  if (fields) stages.push({ $project: Object.fromEntries(fields.map(field => [field, 1])) })
  if (sight) stages.push({ $project: sight('$$caller') })
  for (const [as, { lookup }] of Object.entries(each ?? {}))
    stages.push({ $lookup: { ...lookup, let: { ...lookup.let, caller: '$$caller' }, as } })
  const known = matching ? { caller: '$_id' as const, own: matching.value } : { caller: '$_id' as const }
  return { lookup: { from, let: known, pipeline: stages } }
}

export function sortOf(orderBy: NonNullable<Find<Document>['orderBy']>): Record<string, 1 | -1> {
  return Object.fromEntries(orderBy.map(([field, way]) => [field, way === 'asc' ? 1 : -1] as const))
}
