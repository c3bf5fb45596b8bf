import { type Page, pageOf, sortKey } from '../kernel/paging'
import type { DecidedMatter } from './decisionsContract'

/** More that are decided at one moment than a batch decides. */
const AT_ONCE_MAX = 20

const keyOf = ({ decidedAt, id }: Pick<DecidedMatter, 'decidedAt' | 'id'>) => sortKey(decidedAt, id)

/** What each room is asked for, to fill a page after a cursor: what was decided up to a moment, so many of it. */
export function wishAfter(after: string | undefined, size: number): { until: number; limit: number } {
  const until = after === undefined ? Number.MAX_SAFE_INTEGER : Number.parseFloat(after)
  return { until, limit: size + 1 + AT_ONCE_MAX }
}

/** What the rooms told, as one page after a cursor, the newest first. */
export function pageOfDecided(
  rooms: readonly (readonly DecidedMatter[])[],
  after: string | undefined,
  size: number,
): Page<DecidedMatter> {
  const all = rooms.flat().filter(one => after === undefined || keyOf(one) < after)
  all.sort((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
  return pageOf(all, size, keyOf)
}
