import { type CommentSort, FIRST_REPLIES } from '@domain/forum/conversation'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { type CommentDocument, comments } from './store'
import { commentView } from './views'

/** In a crowd more replies than two may hold themselves for the first ones; more than this are not looked at. */
const EARLY_MAX = 200

const keys = { best: 'heatKey', newest: '_id' } as const

/** One page of a post's comments with their first replies, as one reader sees them. Two requests. */
export async function readComments(postId: string, readerId: string, sort: CommentSort, after?: string) {
  const key = keys[sort]
  const found = await comments.find({
    where: { postId, listed: true, ...(after === undefined ? {} : { [key]: _.lt(after) }) },
    orderBy: [[key, 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, comment => comment[key])
  const early = await readEarly(rows)
  const threads = rows.map(comment => ({
    ...commentView(comment, readerId),
    firstReplies: early
      .filter(({ earlyOf }) => earlyOf === comment._id)
      .slice(0, FIRST_REPLIES)
      .map(reply => commentView(reply, readerId)),
  }))
  return { comments: threads, next }
}

async function readEarly(above: readonly CommentDocument[]): Promise<CommentDocument[]> {
  const answered = above.filter(({ written }) => written > 0)
  if (answered.length === 0) return []
  const found = await comments.find({
    where: { earlyOf: _.in(answered.map(({ _id }) => _id)), state: 'live' },
    limit: EARLY_MAX,
  })
  return found.sort((a, b) => (a._id < b._id ? -1 : 1))
}
