import { forum } from '@domain/forum/contract'
import { refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { comments, posts } from './store'
import { commentView } from './views'

export const listReplies = handle(forum.listReplies, async (ctx, { postId, commentId, after }) => {
  const [post, found] = await Promise.all([
    posts.get(postId),
    comments.find({
      where: { parentId: commentId, state: 'live', ...(after === undefined ? {} : { _id: _.gt(after) }) },
      orderBy: [['_id', 'asc']],
      limit: limits.pageSize + 1,
    }),
  ])
  // A comment belongs to one post: replies of another one are not read through this door.
  refuse(post?.state !== 'live' || found.some(reply => reply.postId !== postId), 'FORUM_POST_MISSING')
  const { rows, next } = pageOf(found, limits.pageSize, reply => reply._id)
  return { replies: rows.map(reply => commentView(reply, ctx.employee.id)), next }
})
