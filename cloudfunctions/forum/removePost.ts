import { forum } from '@domain/forum/contract'
import { removalNotice } from '@domain/forum/wording'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { livePost } from './livePublications'
import { removePictures } from './pictures'
import { type PostDocument, posts } from './store'
import { withdrawPost } from './withdraw'

export const removePost = handle(forum.removePost, async (ctx, { postId, reason }) => {
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const removed: { post?: PostDocument } = {}

  const result = await ctx.transaction(
    async tx => {
      const post = await livePost(postId, tx)
      const order = { state: 'removed' as const, by: ctx.employee.id, reason, at: ctx.now }
      const { reversed } = await withdrawPost(tx, post, order)
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId: post.author.employeeId,
        kind: 'talk',
        ...removalNotice({ what: '帖子', text: post.title, reason, reversed }),
        at: ctx.now,
        target: null,
      })
      removed.post = post
      return { reversed }
    },
    () => ({
      subject: `${posts.name}/${postId}`,
      before: { state: 'live' },
      after: { state: 'removed', reason },
    }),
  )

  if (removed.post) await removePictures(removed.post)
  return result
})
