import { forum } from '@domain/forum/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { postTo } from './livePublications'
import { pinnedTo, takePin } from './pinned'
import { posts } from './store'

export const pinPost = handle(forum.pinPost, async (ctx, { postId, pinned }) => {
  const { boardId } = await postTo('choose', postId)
  let isChange = false
  const shown = pinned ? await pinnedTo(boardId, ctx.employee.id) : []
  return ctx.transaction(
    async tx => {
      const post = await postTo('choose', postId, tx)
      const knownIds = shown.map(({ _id }) => _id)
      if (pinned) refuse(!(await takePin(tx, { boardId, postId, knownIds })), 'FORUM_PINS_FULL')
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
