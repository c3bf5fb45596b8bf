import { type Entry, entryId } from '@domain/coin/entry'
import { _ } from '@platform/cloud'
import { entries } from './store'

/** A post goes and may come back once, and go again: each is an entry about what it earned. */
const stepsOf = (postId: string) => ({
  taken: entryId('forum.post', 'reverse', postId),
  returned: entryId('forum.post', 'restore', postId),
  takenAgain: entryId('forum.post', 'reverse', postId, true),
})

/**
 * Which of the posts that these entries are about are there no more, as far as the ledger knows: what a post earned goes
 * with it. One request at most.
 */
export async function gonePosts(found: readonly Pick<Entry, 'subject'>[]): Promise<ReadonlySet<string>> {
  const ids = found.flatMap(({ subject }) => (subject?.kind === 'post' ? [subject.id] : []))
  const asked = new Map([...new Set(ids)].map(id => [id, stepsOf(id)]))
  if (asked.size === 0) return new Set()
  const wanted = [...asked.values()].flatMap(steps => Object.values(steps))
  const there = await entries.find({
    where: { _id: _.in(wanted) },
    limit: wanted.length,
    fields: ['_id'],
  })
  const known = new Set(there.map(({ _id }) => _id))
  const isGone = ({ taken, returned, takenAgain }: ReturnType<typeof stepsOf>) =>
    known.has(takenAgain) || (known.has(taken) && !known.has(returned))
  return new Set([...asked].flatMap(([id, steps]) => (isGone(steps) ? [id] : [])))
}
