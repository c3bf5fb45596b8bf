import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { postLike, setMark } from './marks'

export const likePost = handle(forum.likePost, async (ctx, { postId, liked }) => {
  const { count } = await setMark(postLike, postId, ctx.employee.id, liked)
  return { liked, likes: count }
})
