import { forum } from '@domain/forum/contract'
import { isOwnOf } from '@domain/forum/voices'
import { deletedByAuthor } from '@domain/forum/wording'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { standingPost } from './livePublications'
import { removePictures } from './pictures'
import { type PostDocument, posts } from './store'
import { unspokenAs } from './voices'
import { withdrawPost } from './withdraw'

export const deletePost = handle(forum.deletePost, async (ctx, { postId }) => {
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const deleted: { post?: PostDocument } = {}

  const result = await ctx.transaction(
    async tx => {
      const post = await standingPost(tx, postId)
      refuse(!isOwnOf(post, ctx.employee), 'FORUM_NOT_YOURS')
      deleted.post = post
      return withdrawPost(tx, post, {
        state: 'deleted',
        by: ctx.employee.id,
        reason: deletedByAuthor,
        at: ctx.now,
      })
    },
    () => unspokenAs(deleted.post?.voice, `${posts.name}/${postId}`),
  )

  if (deleted.post) await removePictures(deleted.post)
  return result
})
