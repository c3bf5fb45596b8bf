import { forum } from '@domain/forum/contract'
import { handleWith } from '@platform/context'
import { markedAlong, postLike, setMark } from './marks'

const along = ({ postId }: { postId: string }) => markedAlong(postLike, postId)

export const likePost = handleWith(forum.likePost, along, async (ctx, { liked }, { marked }) => {
  const { count } = await setMark(postLike, marked, ctx.employee.id, liked)
  return { liked, likes: count }
})
