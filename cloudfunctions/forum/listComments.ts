import { forum } from '@domain/forum/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { readComments } from './readComments'
import { posts } from './store'

export const listComments = handle(forum.listComments, async (ctx, { postId, sort, after }) => {
  const [post, page] = await Promise.all([
    posts.get(postId),
    readComments(postId, ctx.employee.id, sort, after),
  ])
  refuse(post?.state !== 'live', 'FORUM_POST_MISSING')
  return page
})
