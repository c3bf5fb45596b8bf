import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { comments } from './store'
import { commentView } from './views'

/** One page of a post's comments, the oldest first, as one reader sees them. One request. */
export async function readComments(postId: string, readerId: string, after?: string) {
  const found = await comments.find({
    where: { postId, state: 'live', ...(after === undefined ? {} : { _id: _.gt(after) }) },
    orderBy: [['_id', 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, comment => comment._id)
  return { comments: rows.map(comment => commentView(comment, readerId)), next }
}
