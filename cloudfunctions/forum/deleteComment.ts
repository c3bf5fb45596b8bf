import { forum } from '@domain/forum/contract'
import { deletedByAuthor } from '@domain/forum/wording'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { liveComment } from './livePublications'
import { withdrawComment } from './withdraw'

export const deleteComment = handle(forum.deleteComment, (ctx, { commentId }) =>
  ctx.transaction(async tx => {
    const comment = await liveComment(tx, commentId)
    refuse(comment.author.employeeId !== ctx.employee.id, 'FORUM_NOT_YOURS')
    return withdrawComment(tx, comment, {
      state: 'deleted',
      by: ctx.employee.id,
      reason: deletedByAuthor,
      at: ctx.now,
    })
  }),
)
