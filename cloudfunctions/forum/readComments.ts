import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { withoutLeavers } from './leavers'
import { isSeenBy } from './livePublications'
import { comments } from './store'
import { commentView } from './views'

/**
 * One page of a post's comments, the oldest first, as one reader sees them: what reports have hidden is shown to its
 * author and moderators. One request, a second one now and then for who has left.
 */
export async function readComments(postId: string, reader: Pick<Employee, 'id' | 'grants'>, after?: string) {
  const found = await comments.find({
    where: { postId, state: _.in(['live', 'hidden']), ...(after === undefined ? {} : { _id: _.gt(after) }) },
    orderBy: [['_id', 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, comment => comment._id)
  const seen = rows.filter(comment => isSeenBy(comment, reader))
  const shown = await withoutLeavers(seen)
  return { comments: shown.map(comment => commentView(comment, reader.id)), next }
}
