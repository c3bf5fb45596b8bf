import { forum } from '@domain/forum/contract'
import { removalNotice } from '@domain/forum/wording'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { liveComment } from './livePublications'
import { comments } from './store'
import { withdrawComment } from './withdraw'

export const removeComment = handle(forum.removeComment, (ctx, { commentId, reason }) =>
  ctx.transaction(
    async tx => {
      const comment = await liveComment(tx, commentId)
      const order = { state: 'removed' as const, by: ctx.employee.id, reason, at: ctx.now }
      const { reversed } = await withdrawComment(tx, comment, order)
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId: comment.author.employeeId,
        kind: 'talk',
        ...removalNotice({ what: '评论', text: comment.body, reason, reversed }),
        at: ctx.now,
        target: { kind: 'post', id: comment.postId },
      })
      return { reversed }
    },
    () => ({
      subject: `${comments.name}/${commentId}`,
      before: { state: 'live' },
      after: { state: 'removed', reason },
    }),
  ),
)
