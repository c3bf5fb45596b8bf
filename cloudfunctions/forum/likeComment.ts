import { forum } from '@domain/forum/contract'
import { refuse } from '@domain/kernel/errors'
import { handleWith } from '@platform/context'
import { commentLike, isMarkableBy, markedCommentAlong, setMark } from './marks'

const along = ({ commentId }: { commentId: string }) => markedCommentAlong(commentId)

export const likeComment = handleWith(forum.likeComment, along, async (ctx, { liked }, { marked }) => {
  refuse(!isMarkableBy(marked, ctx), 'FORUM_COMMENT_MISSING')
  const { count } = await setMark(commentLike, marked, ctx.employee.id, liked)
  return { liked, likes: count }
})
