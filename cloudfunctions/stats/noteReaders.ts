import { slicesOf } from '@domain/kernel/slices'
import type { Instant } from '@domain/kernel/time'
import { inBlocks } from '@platform/blocks'
import { _ } from '@platform/cloud'
import { isDuplicate } from '@platform/databaseErrors'
import type { Shift } from '@platform/shift'
import type { Sight } from '@platform/sight'
import { keptPosts, shownPosts, tellReaders } from '../forum/public'
import { pseudonymOf } from './pseudonym'
import { type BatchDocument, batches, readers } from './store'

const AT_ONCE = 1_000
/** As few that even where each names as many posts as it may, a shift reaches the end of them. */
const BATCHES_AT_ONCE = 50

/**
 * Notes who has read which posts, each person once and no author of their own, and tells each post how many they are.
 * Which posts a batch told of is forgotten with that, the oldest first. The same again changes nothing, so that a run may
 * be cut off anywhere.
 */
export async function noteReaders(_now: Instant, shift: Shift): Promise<number> {
  let noted = 0
  while (!shift.isOver()) {
    const due = await batches.find({
      where: { postsDue: true },
      orderBy: [['receivedAt', 'asc']],
      limit: BATCHES_AT_ONCE,
      fields: ['_id', 'who', 'posts'],
    })
    const isWhole = await noteAll(readersIn(due), shift)
    if (due.length === 0 || !isWhole) break
    const stand = await renamedTakenOut(due)
    await batches.updateWhere({ _id: _.in(stand) }, { posts: [], postsDue: false })
    noted += stand.length
    if (due.length < BATCHES_AT_ONCE) break
  }
  return noted
}

type Due = Pick<BatchDocument, '_id' | 'who' | 'posts'>

/**
 * Whoever was forgotten since the batches were read stands in the sets by the former pseudonym again: it is taken out, and
 * their batches wait for the next run. Two requests, and one for each of theirs. @returns the others
 */
async function renamedTakenOut(due: readonly Due[]): Promise<string[]> {
  const found = await batches.find({
    where: { _id: _.in(due.map(({ _id }) => _id)) },
    limit: due.length,
    fields: ['who'],
  })
  const now = new Map(found.map(({ _id, who }) => [_id, who]))
  const renamed = due.filter(({ _id, who }) => now.get(_id) !== who)
  for (const { who, posts = [] } of renamed)
    await readers.updateWhere({ _id: _.in(posts) }, { readers: _.pull(who) })
  return due.filter(one => !renamed.includes(one)).map(({ _id }) => _id)
}

/** Forgets who has read what is there no more. Two requests for a thousand posts. */
export async function forgetReaders(_now: Instant, shift: Shift): Promise<number> {
  let removed = 0
  for (let after = ''; !shift.isOver(); ) {
    const block = await readers.find({
      where: { _id: _.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: AT_ONCE,
      fields: ['_id'],
    })
    const ids = block.map(({ _id }) => _id)
    const kept = new Set(ids.length === 0 ? [] : await keptPosts(ids))
    const gone = ids.filter(id => !kept.has(id))
    if (gone.length > 0) removed += await readers.removeWhere({ _id: _.in(gone) })
    after = ids.at(-1) ?? ''
    if (ids.length < AT_ONCE) break
  }
  return removed
}

/** Who has read each post, each once. */
function readersIn(due: readonly Pick<BatchDocument, 'who' | 'posts'>[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { who, posts = [] } of due)
    for (const postId of posts) found.set(postId, (found.get(postId) ?? new Set()).add(who))
  return found
}

/** @returns false when the shift was over before */
async function noteAll(found: ReadonlyMap<string, ReadonlySet<string>>, shift: Shift): Promise<boolean> {
  for (const ids of slicesOf([...found.keys()], AT_ONCE)) {
    const shown = await shownPosts(ids)
    const fresh = shown.map(({ postId, authorId }) => {
      const author = pseudonymOf(authorId)
      return { postId, others: [...(found.get(postId) ?? [])].filter(who => who !== author) }
    })
    const done = await inBlocks(shift, fresh, ({ postId, others }) => add(postId, others))
    if (done < fresh.length) return false
    const counted = await countsOf(fresh.map(({ postId }) => postId))
    const changed = shown.flatMap(({ postId, readers: before }) => {
      const now = counted.get(postId) ?? 0
      return now <= before ? [] : [{ postId, readers: now }]
    })
    if ((await tellReaders(changed, shift)) < changed.length) return false
  }
  return true
}

async function add(postId: string, others: readonly string[]): Promise<void> {
  if (others.length === 0) return
  const join = () => readers.updateWhere({ _id: postId }, { readers: _.addToSet({ $each: others }) })
  if ((await join()) > 0) return
  try {
    await readers.insert({ _id: postId, readers: [...others] })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await join()
  }
}

/** How many they are: counted in the database, for a list of everybody is long. */
const asCount: Sight = () => ({ count: { $size: '$readers' } })

async function countsOf(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const found = await readers.findSeen('', { where: { _id: _.in(ids) }, limit: ids.length, sight: asCount })
  return new Map(found.map(one => [one._id, (one as unknown as { count: number }).count]))
}
