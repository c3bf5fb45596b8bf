import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { remove } from './rulings'
import { posts } from './store'
import { reviewOf, thingTo } from './subjects'

/** A removal that nobody has asked for by a report. Its pictures stay as long as its author may appeal. */
export const removePost = handle(forum.removePost, (ctx, { postId, reason }) => {
  const { employee, now } = ctx
  const by = { employeeId: employee.id, name: employee.name }
  return ctx.transaction(
    async tx => {
      const thing = await thingTo('remove', { kind: 'post', id: postId }, tx)
      const review = await reviewOf(tx, thing, now)
      const noticeId = ctx.newId('notice')
      return remove(tx, review, thing, { reason, by, at: now, noticeId, muteDays: 0 })
    },
    () => ({
      subject: `${posts.name}/${postId}`,
      before: { state: 'live' },
      after: { state: 'removed', reason },
    }),
  )
})
