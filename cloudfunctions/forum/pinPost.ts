import { forum } from '@domain/forum/contract'
import { PINNED_MAX } from '@domain/forum/featuring'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { livePost } from './livePublications'
import { pinnedTo } from './pinned'
import { posts } from './store'

export const pinPost = handle(forum.pinPost, async (ctx, { postId, pinned }) => {
  const { boardId } = await livePost(postId)
  let isChange = false
  // Two who pin at the same moment may go one beyond: the board shows the three pinned last, and the others when one comes down.
  if (pinned) {
    const others = (await pinnedTo(boardId, ctx.employee.id)).filter(({ _id }) => _id !== postId)
    refuse(others.length >= PINNED_MAX, 'FORUM_PINS_FULL')
  }
  return ctx.transaction(
    async tx => {
      const post = await livePost(postId, tx)
      isChange = pinned !== (post.pinnedAt ?? 0) > 0
      await posts.in(tx).update(postId, { pinnedAt: pinned ? (post.pinnedAt ?? ctx.now) : null })
      return { pinned }
    },
    () =>
      isChange
        ? { subject: `${posts.name}/${postId}`, before: { pinned: !pinned }, after: { pinned } }
        : undefined,
  )
})
