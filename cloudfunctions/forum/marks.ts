import { isOpenTo } from '@domain/forum/standing'
import { Refusal } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { isThereFor, postAboveAlong, type Reading } from './livePublications'
import { ofComments, ofPosts, type Talk } from './ranks'
import type { PostDocument, Ranked } from './store'

/** What people leave on a post or a comment, each once: who has, and how many they are. */
interface Mark {
  talk: Talk
  people: 'likers' | 'savers'
  count: 'likes' | 'favourites'
}

export const postLike: Mark = { talk: ofPosts, people: 'likers', count: 'likes' }
export const postFavourite: Mark = { talk: ofPosts, people: 'savers', count: 'favourites' }
export const commentLike: Mark = { talk: ofComments, people: 'likers', count: 'likes' }

/** What a mark is left on, read along with whoever leaves it. */
export function markedAlong({ talk: { documents, sight } }: Mark, id: string) {
  return { marked: documents.along({ where: { _id: id }, limit: 1, sight }) }
}

/** The same of a comment, with the post that it stands under: see `isMarkableBy`. */
export function markedCommentAlong(commentId: string) {
  const { documents, sight } = commentLike.talk
  const each = { above: postAboveAlong() }
  return { marked: documents.along({ where: { _id: commentId }, limit: 1, sight, each }) }
}

/** Whether the post above a comment is there for whoever marks the comment. */
export function isMarkableBy([comment]: readonly Ranked[], reading: Reading): boolean {
  const [post] = (comment as { above?: PostDocument[] } | undefined)?.above ?? []
  return post !== undefined && isThereFor(post, reading)
}

/** Whether somebody has left that mark. */
export function isMarked(document: Ranked, { people }: Pick<Mark, 'people'>, employeeId: string): boolean {
  return document[people]?.includes(employeeId) ?? false
}

/**
 * Leaves a mark or takes it away. One update changes who has and how many, and only if it is a change: so it counts
 * once, whatever is repeated or happens at once, and no transaction is needed. Where several come at the same moment
 * the rank follows later; the number never does. One request, three in a crowd.
 * @param marked what `markedAlong` has read
 * @returns how many have left it then, and whether this call has changed that
 * @throws Refusal FORUM_POST_MISSING, FORUM_COMMENT_MISSING
 */
export async function setMark(
  { talk, people, count }: Mark,
  marked: readonly Ranked[],
  employeeId: string,
  on: boolean,
): Promise<{ count: number; changed: boolean }> {
  const document = live(talk, marked)
  const { _id } = document
  const before = document[count] ?? 0
  if (isMarked(document, { people }, employeeId) === on) return { count: before, changed: false }

  const where = { [people]: on ? _.neq(employeeId) : _.in([employeeId]) }
  const patch = {
    // The timer tells the author: see `applause.ts`.
    ...(people === 'likers' ? { likedAt: Date.now() } : {}),
    [people]: on ? _.push([employeeId]) : _.pull(employeeId),
    [count]: _.inc(on ? 1 : -1),
    // The timer pays the author for likes.
    ...(on && people === 'likers' ? { likings: _.inc(1), esteemDue: true } : {}),
  }
  const after = { ...document, [count]: before + (on ? 1 : -1) }
  const calm = await talk.documents.updateWhere(
    { ...talk.asRead(document), ...where },
    { ...patch, ...talk.following(after), heatDue: false },
  )
  if (calm === 1) return { count: after[count] ?? 0, changed: true }

  const changed = await talk.documents.updateWhere(
    { _id, state: 'live', ...where },
    { ...patch, heatDue: true },
  )
  const { documents, sight } = talk
  const now = await documents.findSeen(employeeId, { where: { _id }, limit: 1, sight })
  return { count: live(talk, now)[count] ?? 0, changed: changed === 1 }
}

function live({ missing }: Talk, [document]: readonly Ranked[]): Ranked {
  if (!document || !isOpenTo('mark', document.state)) throw new Refusal(missing)
  return document
}
