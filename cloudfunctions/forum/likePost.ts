import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { setMark } from './marks'

export const likePost = handle(forum.likePost, async (ctx, { postId, liked }) => {
  const { post } = await setMark(postId, 'like', ctx.employee.id, liked)
  return { liked, likes: post.likes }
})
