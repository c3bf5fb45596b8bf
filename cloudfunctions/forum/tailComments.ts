import { forum } from '@domain/forum/contract'
import { tailFrom } from '@domain/forum/conversation'
import { limits } from '@domain/kernel/limits'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { withoutLeavers } from './leavers'
import { isSeenBy } from './livePublications'
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
  const seen = await withoutLeavers(found.filter(comment => isSeenBy(comment, ctx.employee)))
  return {
    comments: seen.map(comment => commentView(comment, ctx.employee)),
    gone: found.filter(comment => !isSeenBy(comment, ctx.employee)).map(({ _id }) => _id),
    stale: false,
    now: ctx.now,
  }
})
