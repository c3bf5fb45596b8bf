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
  let: { caller: '$_id' }
  pipeline: object[]
}

export type Alongs = Record<string, Along>
/** What was found, by the names under which it was asked for. */
export type Found<A extends Alongs> = { [Name in keyof A]: A[Name] extends Along<infer T> ? T[] : never }

export interface FindAlong<T> extends Find<T> {
  /** The field that must hold the caller's id; without it what is found has nothing to do with the caller. */
  ofCaller?: keyof T & string
  /** In place of `fields`: what the caller is shown. */
  sight?: Sight
}

/** A pipeline, as the database takes it in a lookup: filter, order and limit are served by an index like a query's. */
export function alongOf<T extends Document>(
  from: string,
  { where, orderBy = [], limit, fields, ofCaller, sight }: FindAlong<T>,
): Along<T> {
  const stages = _.aggregate.pipeline().match(where).done()
  if (ofCaller) stages.push({ $match: { $expr: { $eq: [`$${ofCaller}`, '$$caller'] } } })
  if (orderBy.length > 0) stages.push({ $sort: sortOf(orderBy) })
  stages.push({ $limit: limit })
  if (fields) stages.push({ $project: Object.fromEntries(fields.map(field => [field, 1])) })
  if (sight) stages.push({ $project: sight('$$caller') })
  return { lookup: { from, let: { caller: '$_id' }, pipeline: stages } }
}

export function sortOf(orderBy: NonNullable<Find<Document>['orderBy']>): Record<string, 1 | -1> {
  return Object.fromEntries(orderBy.map(([field, way]) => [field, way === 'asc' ? 1 : -1] as const))
}
