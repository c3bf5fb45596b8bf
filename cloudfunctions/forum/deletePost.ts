import { forum } from '@domain/forum/contract'
import { deletedByAuthor } from '@domain/forum/wording'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { livePost } from './livePublications'
import { withdrawPost } from './withdraw'

export const deletePost = handle(forum.deletePost, (ctx, { postId }) =>
  ctx.transaction(async tx => {
    const post = await livePost(postId, tx)
    refuse(post.author.employeeId !== ctx.employee.id, 'FORUM_NOT_YOURS')
    return withdrawPost(tx, post, {
      state: 'deleted',
      by: ctx.employee.id,
      reason: deletedByAuthor,
      at: ctx.now,
    })
  }),
)
