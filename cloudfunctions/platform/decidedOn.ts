import type { Decided } from '@domain/access/ages'
import { DAY_MS, type Day, type Instant, startOfDay } from '@domain/kernel/time'
import { _ } from './cloud'
import type { Collection, Document, Where } from './collection'

/** More of one kind than a day has. */
const DECIDED_MAX = 1_000

interface Source<T> {
  /** The indexed field that says when it was decided. */
  at: string
  fields: readonly (keyof T & string)[]
  /** Since when it had waited; null leaves it out. */
  since: (found: T) => Instant | null
  until: (found: T) => Instant | null | undefined
}

/** What was decided on a day in one collection, and since when it had waited. One request. */
export async function decidedIn<T extends Document>(
  from: Collection<T>,
  on: Day,
  { at, fields, since, until }: Source<T>,
): Promise<Decided[]> {
  const start = startOfDay(on)
  const found = await from.find({
    where: { [at]: _.gte(start).and(_.lt(start + DAY_MS)) } as Where<T>,
    limit: DECIDED_MAX,
    fields,
  })
  return found.flatMap(one => {
    const [began, ended] = [since(one), until(one) ?? null]
    return began === null || ended === null ? [] : [{ since: began, until: ended }]
  })
}
