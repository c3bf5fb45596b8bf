import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { setMark } from './marks'

export const favouritePost = handle(forum.favouritePost, async (ctx, { postId, favourited }) => {
  const { post } = await setMark(postId, 'favourite', ctx.employee.id, favourited)
  return { favourited, favourites: post.favourites }
})
