import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { withoutLeavers } from './leavers'
import { isSeenBy } from './livePublications'
import { comments, posts } from './store'
import { commentView } from './views'

export const listReplies = handle(forum.listReplies, async (ctx, { postId, commentId, after }) => {
  const [post, found] = await Promise.all([
    posts.get(postId),
    comments.find({
      where: {
        parentId: commentId,
        state: _.in(['live', 'hidden']),
        ...(after === undefined ? {} : { _id: _.gt(after) }),
      },
      orderBy: [['_id', 'asc']],
      limit: limits.pageSize + 1,
    }),
  ])
  // A comment belongs to one post: replies of another one are not read through this door.
  const isOther = found.some(reply => reply.postId !== postId)
  if (!post || !isSeenBy(post, ctx.employee) || isOther) throw new Refusal('FORUM_POST_MISSING')
  const { rows, next } = pageOf(found, limits.pageSize, reply => reply._id)
  const seen = await withoutLeavers(rows.filter(reply => isSeenBy(reply, ctx.employee)))
  return { replies: seen.map(reply => commentView(reply, ctx.employee)), next }
})
