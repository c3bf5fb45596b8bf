import { inBlocks } from '@platform/blocks'
import { _ } from '@platform/cloud'
import type { Shift } from '@platform/shift'
import { posts } from './store'

/** Of some posts those that everybody sees, whose they are, and how many readers they know of. One request for a thousand. */
export async function shownPosts(ids: readonly string[]) {
  const found = await posts.find({
    where: { _id: _.in(ids), state: 'live' },
    limit: ids.length,
    fields: ['_id', 'author', 'readers'],
  })
  return found.map(({ _id, author, readers = 0 }) => ({ postId: _id, authorId: author.employeeId, readers }))
}

/** Of some posts those that are there, or may be again. One request for a thousand. */
export async function keptPosts(ids: readonly string[]): Promise<string[]> {
  const found = await posts.find({
    where: { _id: _.in(ids), state: _.neq('deleted') },
    limit: ids.length,
    fields: ['_id'],
  })
  return found.map(({ _id }) => _id)
}

/** Writes into posts how many have read each, where it is more than stands there. One request a post. @returns how many were told: the first so many */
export function tellReaders(
  counted: readonly { postId: string; readers: number }[],
  shift: Shift,
): Promise<number> {
  return inBlocks(shift, counted, ({ postId, readers }) =>
    // Another run may have counted later, and written before.
    posts.updateWhere({ _id: postId }, { readers: _.max(readers) }),
  )
}
