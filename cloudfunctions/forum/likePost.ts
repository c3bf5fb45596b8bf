import { forum } from '@domain/forum/contract'
import { heatKeyOf } from '@domain/forum/heat'
import { handle } from '@platform/context'
import { livePost } from './livePublications'
import { likeId, likes, posts } from './store'

export const likePost = handle(forum.likePost, (ctx, { postId, liked }) => {
  const employeeId = ctx.employee.id
  const id = likeId(postId, employeeId)
  return ctx.transaction(async tx => {
    const post = await livePost(tx, postId)
    const already = (await likes.in(tx).get(id)) !== null
    if (already === liked) return { liked, likes: post.likes }
    const count = post.likes + (liked ? 1 : -1)
    if (liked) await likes.in(tx).insert({ _id: id, postId, employeeId, at: ctx.now })
    else await likes.in(tx).remove(id)
    await posts.in(tx).update(postId, { likes: count, heatKey: heatKeyOf(postId, { ...post, likes: count }) })
    return { liked, likes: count }
  })
})
