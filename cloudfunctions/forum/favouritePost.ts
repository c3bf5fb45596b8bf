import { forum } from '@domain/forum/contract'
import { handleWith } from '@platform/context'
import { markedAlong, postFavourite, setMark } from './marks'

const along = ({ postId }: { postId: string }) => markedAlong(postFavourite, postId)

export const favouritePost = handleWith(
  forum.favouritePost,
  along,
  async (ctx, { favourited }, { marked }) => {
    const { count } = await setMark(postFavourite, marked, ctx.employee.id, favourited)
    return { favourited, favourites: count }
  },
)
