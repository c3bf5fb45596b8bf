import type { CommentDocument, PostDocument } from '../../cloudfunctions/forum/store'
import { bestKeyOf, FIRST_REPLIES } from '../../domain/forum/conversation'
import { heatKeyOf } from '../../domain/forum/heat'
import type { Talk } from './forum'
import { likedTimes } from './likes'

/** Counters and heat as likes and comments make them. */
export function countUp({ posts, comments }: Talk): PostDocument[] {
  const written = tally(comments.map(({ postId }) => postId))
  const live = tally(comments.filter(({ state }) => state === 'live').map(({ postId }) => postId))
  return posts.map(post => {
    const { _id, likers, savers, postedAt } = post
    const facts = {
      likes: likers.length,
      comments: live.get(_id) ?? 0,
      favourites: savers.length,
      postedAt,
    }
    const all = written.get(_id) ?? 0
    return {
      ...post,
      likes: facts.likes,
      ...likedTimes(facts.likes),
      favourites: facts.favourites,
      written: all,
      withdrawn: all - facts.comments,
      heatKey: heatKeyOf(_id, facts),
    }
  })
}

/** The same for comments, by their likes and replies; the first replies of each are those shown at once. */
export function rankComments({ comments }: Talk): CommentDocument[] {
  const replies = new Map<string, CommentDocument[]>()
  for (const comment of comments)
    if (comment.parentId !== null)
      replies.set(comment.parentId, [...(replies.get(comment.parentId) ?? []), comment])
  return comments.map(comment => {
    const { _id, parentId, likers } = comment
    const likes = likers.length
    const written = replies.get(_id)?.length ?? 0
    const isEarly = parentId !== null && (replies.get(parentId) ?? []).indexOf(comment) < FIRST_REPLIES
    return {
      ...comment,
      likes,
      ...likedTimes(likes),
      written,
      earlyOf: isEarly ? parentId : null,
      heatKey: bestKeyOf(_id, { likes, replies: written }),
    }
  })
}

function tally(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
