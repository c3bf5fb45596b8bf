import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { postFavourite, setMark } from './marks'

export const favouritePost = handle(forum.favouritePost, async (ctx, { postId, favourited }) => {
  const { count } = await setMark(postFavourite, postId, ctx.employee.id, favourited)
  return { favourited, favourites: count }
})
