import { forum } from '@domain/forum/contract'
import { tailFrom } from '@domain/forum/conversation'
import type { ParsedInputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { withoutLeavers } from './leavers'
import { isSeenBy, isThereFor, postSeenAlong } from './livePublications'
import { asComment } from './sights'
import { comments } from './store'
import { commentView } from './views'

/** The post comes along with the caller, so that a post that is not shown any more costs no request to find out. */
const along = ({ postId }: ParsedInputOf<typeof forum.tailComments>) => ({
  post: postSeenAlong(postId),
})

export const tailComments = handleWith(forum.tailComments, along, async (ctx, { postId, since }, read) => {
  const from = tailFrom(since, ctx.now)
  const [post] = read.post
  // Opened anew, a post that was taken back says so.
  const isGone = !post || !isThereFor(post, ctx)
  if (from === null || isGone) return { comments: [], gone: [], stale: true, now: ctx.now }
  const found = await comments.findSeen(ctx.employee.id, {
    where: { postId, changedAt: _.gt(from) },
    orderBy: [['changedAt', 'asc']],
    limit: limits.pageSize + 1,
    sight: asComment,
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
