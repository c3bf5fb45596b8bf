import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { isSeenBy } from './livePublications'
import { readComments } from './readComments'
import { posts } from './store'

export const listComments = handle(forum.listComments, async (ctx, { postId, sort, after }) => {
  const [post, page] = await Promise.all([posts.get(postId), readComments(postId, ctx.employee, sort, after)])
  if (!post || !isSeenBy(post, ctx.employee)) throw new Refusal('FORUM_POST_MISSING')
  return page
})
