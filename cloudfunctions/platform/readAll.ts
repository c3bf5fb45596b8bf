import { _ } from './cloud'
import type { Collection, Document, Find, Where } from './collection'

/** As many as one read can return. */
const BLOCK = 1_000

/**
 * Everything that matches, a thousand at a time along a key that is unique among it and that an index ends in.
 * One request each thousand.
 * @param fields what of each is needed; all when absent
 */
export async function readAll<T extends Document>(
  from: Collection<T>,
  where: Where<T>,
  key: keyof T & string,
  fields?: Find<T>['fields'],
): Promise<T[]> {
  const all: T[] = []
  for (;;) {
    const last = all.at(-1)
    const block = await from.find({
      where: last ? { ...where, [key]: _.lt(last[key]) } : where,
      orderBy: [[key, 'desc']],
      limit: BLOCK,
      ...(fields ? { fields } : {}),
    })
    all.push(...block)
    if (block.length < BLOCK) return all
  }
}
