import { type CommentSort, FIRST_REPLIES } from '@domain/forum/conversation'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import type { FindSeen } from '@platform/collection'
import { withoutLeavers } from './leavers'
import { isSeenBy, type Reader } from './livePublications'
import { saidUnder } from './ranks'
import { asComment } from './sights'
import { type CommentDocument, comments } from './store'
import { commentView } from './views'

/** In a crowd more replies than two may hold themselves for the first ones; more than this are not looked at. */
const EARLY_MAX = 200

const keys = { best: 'heatKey', newest: '_id' } as const

/**
 * One page of a post's comments with their first replies, as one reader sees them: what reports have hidden is shown
 * to its author and moderators. Two requests, a third one now and then for who has left.
 */
export async function readComments(postId: string, reader: Reader, sort: CommentSort, after?: string) {
  return threadsOf(await comments.findSeen(reader.id, pageQuery(postId, sort, after)), reader, sort)
}

/** The first page, for whoever reads it along with something else. */
export function commentsAlong(postId: string, sort: CommentSort) {
  return comments.along(pageQuery(postId, sort))
}

function pageQuery(postId: string, sort: CommentSort, after?: string): FindSeen<CommentDocument> {
  const key = keys[sort]
  return {
    where: { postId, listed: true, ...(after === undefined ? {} : { [key]: _.lt(after) }) },
    orderBy: [[key, 'desc']],
    limit: limits.pageSize + 1,
    sight: asComment,
  }
}

/** A page as it was found, as one reader sees it. A request for the first replies where there are any. */
export async function threadsOf(found: CommentDocument[], reader: Reader, sort: CommentSort) {
  const key = keys[sort]
  const { rows, next } = pageOf(found, limits.pageSize, comment => comment[key])
  // What the reader may not see keeps its place, without its words, for the replies under it.
  const shown = rows.filter(comment => isSeenBy(comment, reader) || saidUnder(comment) > 0)
  const early = await readEarly(shown, reader)
  const named = await withoutLeavers([...shown, ...early])
  const firsts = named.slice(shown.length)
  const threads = named.slice(0, shown.length).map(comment => ({
    ...commentView(comment, reader),
    firstReplies: firsts
      .filter(({ earlyOf }) => earlyOf === comment._id)
      .slice(0, FIRST_REPLIES)
      .map(reply => commentView(reply, reader)),
  }))
  return { comments: threads, next }
}

async function readEarly(above: readonly CommentDocument[], reader: Reader): Promise<CommentDocument[]> {
  const answered = above.filter(({ written }) => written > 0)
  if (answered.length === 0) return []
  const found = await comments.findSeen(reader.id, {
    where: { earlyOf: _.in(answered.map(({ _id }) => _id)), state: _.in(['live', 'hidden']) },
    limit: EARLY_MAX,
    sight: asComment,
  })
  return found.filter(reply => isSeenBy(reply, reader)).sort((a, b) => (a._id < b._id ? -1 : 1))
}

/**
 * The thread in which a comment stands, with the comment in it however far down; null: it is not there for the reader.
 * At most five requests.
 */
export async function threadAround(postId: string, commentId: string, reader: Reader) {
  const found = await readOne(commentId, reader)
  if (found?.postId !== postId || !isSeenBy(found, reader)) return null
  const top = found.parentId === null ? found : await readOne(found.parentId, reader)
  const [thread] = top ? (await threadsOf([top], reader, 'best')).comments : []
  if (!thread) return null
  if (top === found || thread.firstReplies.some(reply => reply.commentId === commentId)) return thread
  const [named = found] = await withoutLeavers([found])
  return { ...thread, firstReplies: [...thread.firstReplies, commentView(named, reader)] }
}

async function readOne(_id: string, reader: Reader): Promise<CommentDocument | undefined> {
  const [comment] = await comments.findSeen(reader.id, { where: { _id }, limit: 1, sight: asComment })
  return comment
}
