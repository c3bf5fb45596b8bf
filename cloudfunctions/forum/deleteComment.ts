import { forum } from '@domain/forum/contract'
import { isOwnOf } from '@domain/forum/voices'
import { deletedByAuthor } from '@domain/forum/wording'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { countWithdrawn } from './counting'
import { standingComment } from './livePublications'
import { type CommentDocument, comments, type PostDocument } from './store'
import { unspokenAs } from './voices'
import { withdrawComment } from './withdraw'

export const deleteComment = handle(forum.deleteComment, async (ctx, { commentId }) => {
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const talk: { post?: PostDocument; comment?: CommentDocument } = {}

  const change = async (tx: Transaction) => {
    const comment = await standingComment(commentId, tx)
    refuse(!isOwnOf(comment, ctx.employee), 'FORUM_NOT_YOURS')
    const { post, ...outcome } = await withdrawComment(tx, comment, {
      state: 'deleted',
      by: ctx.employee.id,
      reason: deletedByAuthor,
      at: ctx.now,
    })
    talk.post = post
    talk.comment = comment
    return outcome
  }
  const result = await ctx.transaction(change, () =>
    unspokenAs(talk.comment?.voice, `${comments.name}/${commentId}`),
  )

  if (talk.post && talk.comment) await countWithdrawn(talk.post, talk.comment)
  return result
})
