import { forum } from '@domain/forum/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { asCounted, heatKeyFor } from './counting'
import { livePost } from './livePublications'
import { type PostDocument, posts } from './store'

/**
 * One update changes who likes the post and how many, and only if it is a change: so a like counts once, whatever is
 * repeated or happens at once, and no transaction is needed. Where several like at the same moment the rank follows
 * later; the number never does.
 */
export const likePost = handle(forum.likePost, async (ctx, { postId, liked }) => {
  const employeeId = ctx.employee.id
  const post = await livePost(postId)
  if (post.likers.includes(employeeId) === liked) return { liked, likes: post.likes }

  const turn = turned(employeeId, liked)
  const likes = post.likes + (liked ? 1 : -1)
  const heat = { heatKey: heatKeyFor({ ...post, likes }), heatDue: false }
  const calm = await posts.updateWhere({ ...asCounted(post), ...turn.where }, { ...turn.patch, ...heat })
  if (calm === 1) return { liked, likes }

  await posts.updateWhere({ _id: postId, state: 'live', ...turn.where }, { ...turn.patch, heatDue: true })
  const after: PostDocument = await livePost(postId)
  return { liked: after.likers.includes(employeeId), likes: after.likes }
})

/** The change, and the condition under which it is one. */
function turned(employeeId: string, liked: boolean) {
  return liked
    ? {
        where: { likers: _.neq(employeeId) },
        patch: { likers: _.push([employeeId]), likes: _.inc(1) },
      }
    : {
        where: { likers: _.in([employeeId]) },
        patch: { likers: _.pull(employeeId), likes: _.inc(-1) },
      }
}
