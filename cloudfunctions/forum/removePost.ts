import { forum } from '@domain/forum/contract'
import { removalNotice } from '@domain/forum/wording'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { livePost } from './livePublications'
import { posts } from './store'
import { withdrawPost } from './withdraw'

export const removePost = handle(forum.removePost, (ctx, { postId, reason }) =>
  ctx.transaction(
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
      return { reversed }
    },
    () => ({
      subject: `${posts.name}/${postId}`,
      before: { state: 'live' },
      after: { state: 'removed', reason },
    }),
  ),
)
