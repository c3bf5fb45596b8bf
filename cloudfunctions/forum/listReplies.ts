import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { withoutLeavers } from './leavers'
import { isSeenBy, isThereFor, postSeenAlong } from './livePublications'
import { asComment } from './sights'
import { comments } from './store'
import { commentView } from './views'

const along = ({ postId }: { postId: string }) => ({ post: postSeenAlong(postId) })

export const listReplies = handleWith(
  forum.listReplies,
  along,
  async (ctx, { postId, commentId, after }, read) => {
    const [post] = read.post
    if (!post || !isThereFor(post, ctx)) throw new Refusal('FORUM_POST_MISSING')
    const found = await comments.findSeen(ctx.employee.id, {
      where: {
        parentId: commentId,
        state: _.in(['live', 'hidden']),
        ...(after === undefined ? {} : { _id: _.gt(after) }),
      },
      orderBy: [['_id', 'asc']],
      limit: limits.pageSize + 1,
      sight: asComment,
    })
    // A comment belongs to one post: replies of another one are not read through this door.
    if (found.some(reply => reply.postId !== postId)) throw new Refusal('FORUM_POST_MISSING')
    const { rows, next } = pageOf(found, limits.pageSize, reply => reply._id)
    const seen = await withoutLeavers(rows.filter(reply => isSeenBy(reply, ctx.employee)))
    return { replies: seen.map(reply => commentView(reply, ctx.employee)), next }
  },
)
