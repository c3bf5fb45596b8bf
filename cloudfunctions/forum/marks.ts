import { _ } from '@platform/cloud'
import { asCounted, heatKeyFor } from './counting'
import { livePost } from './livePublications'
import { type PostDocument, posts } from './store'

/** What people leave on a post, each once: who has, and how many they are. */
const marks = {
  like: { people: 'likers', count: 'likes' },
  favourite: { people: 'savers', count: 'favourites' },
} as const
type Mark = keyof typeof marks

/** Whether somebody has left that mark on a post. */
export function isMarked(post: PostDocument, mark: Mark, employeeId: string): boolean {
  return post[marks[mark].people].includes(employeeId)
}

/**
 * Leaves a mark on a post or takes it away. One update changes who has and how many, and only if it is a change: so it
 * counts once, whatever is repeated or happens at once, and no transaction is needed. Where several come at the same
 * moment the rank follows later; the number never does. Two requests, four in a crowd.
 * @returns the post as it is then, and whether this call has changed it
 * @throws Refusal FORUM_POST_MISSING
 */
export async function setMark(
  postId: string,
  mark: Mark,
  employeeId: string,
  on: boolean,
): Promise<{ post: PostDocument; changed: boolean }> {
  const { people, count } = marks[mark]
  const post = await livePost(postId)
  if (post[people].includes(employeeId) === on) return { post, changed: false }

  const where = { [people]: on ? _.neq(employeeId) : _.in([employeeId]) }
  const patch = {
    [people]: on ? _.push([employeeId]) : _.pull(employeeId),
    [count]: _.inc(on ? 1 : -1),
  }
  const after = { ...post, [count]: post[count] + (on ? 1 : -1) }
  const heat = { heatKey: heatKeyFor(after), heatDue: false }
  const calm = await posts.updateWhere({ ...asCounted(post), ...where }, { ...patch, ...heat })
  if (calm === 1) return { post: after, changed: true }

  const changed = await posts.updateWhere(
    { _id: postId, state: 'live', ...where },
    { ...patch, heatDue: true },
  )
  return { post: await livePost(postId), changed: changed === 1 }
}
