import { forum } from '@domain/forum/contract'
import { handleWith } from '@platform/context'
import { commentLike, markedAlong, setMark } from './marks'

const along = ({ commentId }: { commentId: string }) => markedAlong(commentLike, commentId)

export const likeComment = handleWith(forum.likeComment, along, async (ctx, { liked }, { marked }) => {
  const { count } = await setMark(commentLike, marked, ctx.employee.id, liked)
  return { liked, likes: count }
})
