import { forum } from '@domain/forum/contract'
import { isOwnOf } from '@domain/forum/voices'
import { featuredNotice, statementTitle } from '@domain/forum/wording'
import { refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { handle } from '@platform/context'
import { earn } from '../coin/public'
import { colleaguesBy } from '../identity/public'
import { notify } from '../notice/public'
import { postTo } from './livePublications'
import { posts } from './store'

export const featurePost = handle(forum.featurePost, (ctx, { postId, featured }) => {
  let isChange = false
  return ctx.transaction(
    async tx => {
      const post = await postTo('choose', postId, tx)
      refuse(post.author.employeeId === ctx.employee.id || isOwnOf(post, ctx.employee), 'FORUM_OWN_POST')
      isChange = featured !== (post.featuredKey !== '')
      if (!isChange) return { featured, earned: 0 }
      const featuredKey = featured ? sortKey(ctx.now, postId) : ''
      await posts.in(tx).update(postId, { featuredKey, wasFeatured: true })
      // Chosen, dropped and chosen again: the author has earned by it before. An account earns nothing.
      if (!featured || post.wasFeatured || post.voice) return { featured, earned: 0 }

      const { employeeId } = post.author
      // Whoever has left is neither paid nor told.
      if ((await colleaguesBy([employeeId])).length === 0) return { featured, earned: 0 }
      const subject = { kind: 'post' as const, id: postId }
      const { amount } = await earn(tx, {
        employeeId,
        reason: 'forum.featured',
        sourceId: postId,
        title: statementTitle.featured(post.title),
        subject,
        at: ctx.now,
      })
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId,
        kind: 'talk',
        ...featuredNotice({ title: post.title, amount }),
        at: ctx.now,
        target: subject,
      })
      return { featured, earned: amount }
    },
    () =>
      isChange
        ? { subject: `${posts.name}/${postId}`, before: { featured: !featured }, after: { featured } }
        : undefined,
  )
})
