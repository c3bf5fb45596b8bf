import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { commentLike, setMark } from './marks'

export const likeComment = handle(forum.likeComment, async (ctx, { commentId, liked }) => {
  const { count } = await setMark(commentLike, commentId, ctx.employee.id, liked)
  return { liked, likes: count }
})
