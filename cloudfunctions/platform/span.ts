import type { Day, Instant } from '@domain/kernel/time'
import { DAY_MS, startOfDay } from '@domain/kernel/time'
import { ulid } from 'ulid'
import type { SdkCommand } from './cloud'
import { _ } from './cloud'
import type { Collection, Document, Where } from './collection'

/** The smallest id of something that is made at `at`: ids begin with their time. */
function idFrom(at: Instant): string {
  return `${ulid(at).slice(0, 10)}${'0'.repeat(16)}`
}

/** The ids of everything that was made on a day. */
export function idsOn(on: Day): SdkCommand {
  const from = startOfDay(on)
  return _.gte(idFrom(from)).and(_.lt(idFrom(from + DAY_MS)))
}

const BLOCK = 1_000

interface Span<T> {
  /** The field that says when: an index begins with what `where` asks for, and ends in this field and the id. */
  at: keyof T & string
  from: Instant
  /** Not included. */
  to: Instant
  where?: Where<T>
  /** Only these beside the id; `at` is one of them. All when absent. */
  fields?: readonly (keyof T & string)[]
  /** After how many thousands it is enough. */
  blocksMax?: number
}

/**
 * Everything in a span of time, a thousand at a time, and whether there is more than was wanted. A whole list is booked
 * at one instant: where a block ends in the middle of one, the rest of that instant is read by itself. One request each
 * thousand, and one for each such instant.
 */
export async function readSpan<T extends Document>(
  collection: Collection<T>,
  { at, from, to, where, fields, blocksMax = Number.POSITIVE_INFINITY }: Span<T>,
): Promise<{ found: T[]; more: boolean }> {
  const read = (within: object) =>
    collection.find({
      where: { ...where, ...within } as Where<T>,
      orderBy: [
        [at, 'asc'],
        ['_id', 'asc'],
      ],
      limit: BLOCK,
      ...(fields ? { fields } : {}),
    })
  const found: T[] = []
  let after = _.gte(from)
  for (let blocks = 0; blocks < blocksMax; blocks += 1) {
    const block = await read({ [at]: after.and(_.lt(to)) })
    found.push(...block)
    const last = block.at(-1)
    if (!last || block.length < BLOCK) return { found, more: false }
    found.push(...(await restOfInstant(last, ({ _id }) => read({ [at]: last[at], _id: _.gt(_id) }))))
    after = _.gt(last[at])
  }
  return { found, more: true }
}

async function restOfInstant<T>(after: T, readOn: (after: T) => Promise<T[]>): Promise<T[]> {
  const rest: T[] = []
  for (let last = after; ; last = rest.at(-1) ?? after) {
    const block = await readOn(last)
    rest.push(...block)
    if (block.length < BLOCK) return rest
  }
}
