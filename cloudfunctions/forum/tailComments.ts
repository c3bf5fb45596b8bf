import { forum } from '@domain/forum/contract'
import { tailFrom } from '@domain/forum/conversation'
import { limits } from '@domain/kernel/limits'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { comments } from './store'
import { commentView } from './views'

export const tailComments = handle(forum.tailComments, async (ctx, { postId, since }) => {
  const from = tailFrom(since, ctx.now)
  if (from === null) return { comments: [], gone: [], stale: true, now: ctx.now }
  const found = await comments.find({
    where: { postId, changedAt: _.gt(from) },
    orderBy: [['changedAt', 'asc']],
    limit: limits.pageSize + 1,
  })
  if (found.length > limits.pageSize) return { comments: [], gone: [], stale: true, now: ctx.now }
  const live = found.filter(({ state }) => state === 'live')
  return {
    comments: live.map(comment => commentView(comment, ctx.employee.id)),
    gone: found.filter(({ state }) => state !== 'live').map(({ _id }) => _id),
    stale: false,
    now: ctx.now,
  }
})
