import { forum } from '@domain/forum/contract'
import { removalNotice } from '@domain/forum/wording'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { countComments } from './counting'
import { liveComment } from './livePublications'
import { comments, type PostDocument } from './store'
import { withdrawComment } from './withdraw'

export const removeComment = handle(forum.removeComment, async (ctx, { commentId, reason }) => {
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const talk: { post?: PostDocument } = {}

  const result = await ctx.transaction(
    async tx => {
      const comment = await liveComment(tx, commentId)
      const order = { state: 'removed' as const, by: ctx.employee.id, reason, at: ctx.now }
      const { reversed, post } = await withdrawComment(tx, comment, order)
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId: comment.author.employeeId,
        kind: 'talk',
        ...removalNotice({ what: '评论', text: comment.body, reason, reversed }),
        at: ctx.now,
        target: { kind: 'post', id: comment.postId },
      })
      talk.post = post
      return { reversed }
    },
    () => ({
      subject: `${comments.name}/${commentId}`,
      before: { state: 'live' },
      after: { state: 'removed', reason },
    }),
  )

  if (talk.post) await countComments(talk.post, 'withdrawn')
  return result
})
