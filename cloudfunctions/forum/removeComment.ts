import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { countWithdrawn } from './counting'
import { remove } from './rulings'
import { type CommentDocument, comments, type PostDocument } from './store'
import { reviewOf, thingTo } from './subjects'

export const removeComment = handle(forum.removeComment, async (ctx, { commentId, reason }) => {
  const { employee, now } = ctx
  const by = { employeeId: employee.id, name: employee.name }
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const talk: { post?: PostDocument; comment?: CommentDocument } = {}

  const result = await ctx.transaction(
    async tx => {
      const thing = await thingTo('remove', { kind: 'comment', id: commentId }, tx)
      const review = await reviewOf(tx, thing, now)
      talk.post = thing.post
      if (thing.kind === 'comment') talk.comment = thing.publication
      const noticeId = ctx.newId('notice')
      return remove(tx, review, thing, { reason, by, at: now, noticeId, muteDays: 0 })
    },
    () => ({
      subject: `${comments.name}/${commentId}`,
      before: { state: 'live' },
      after: { state: 'removed', reason },
    }),
  )

  if (talk.post && talk.comment) await countWithdrawn(talk.post, talk.comment)
  return result
})
