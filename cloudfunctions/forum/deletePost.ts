import { forum } from '@domain/forum/contract'
import { isOwnOf, type Voice } from '@domain/forum/voices'
import { deletedByAuthor } from '@domain/forum/wording'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { type Dropped, dropPictures, removeDropped } from './droppedPictures'
import { postTo } from './livePublications'
import { posts } from './store'
import { unspokenAs } from './voices'
import { withdrawPost } from './withdraw'

export const deletePost = handle(forum.deletePost, async (ctx, { postId }) => {
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const deleted: { voice?: Voice; gone: Dropped } = { gone: null }

  const result = await ctx.transaction(
    async tx => {
      const post = await postTo('delete', postId, tx)
      refuse(!isOwnOf(post, ctx.employee), 'FORUM_NOT_YOURS')
      deleted.voice = post.voice
      deleted.gone = await dropPictures(tx, post.images, ctx.now)
      return withdrawPost(tx, post, {
        state: 'deleted',
        by: ctx.employee.id,
        reason: deletedByAuthor,
        at: ctx.now,
      })
    },
    () => unspokenAs(deleted.voice, `${posts.name}/${postId}`),
  )

  await removeDropped(deleted.gone)
  return result
})
