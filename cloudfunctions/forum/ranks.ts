import { bestKeyOf } from '@domain/forum/conversation'
import { heatKeyOf } from '@domain/forum/heat'
import type { ErrorCode } from '@domain/kernel/errors'
import type { Collection, Patch, Where } from '@platform/collection'
import type { Sight } from '@platform/sight'
import { isStanding } from './livePublications'
import { asCard, asComment } from './sights'
import { type CommentDocument, comments, type PostDocument, posts, type Ranked } from './store'

/** What a room's `counting.ts` and `marks.ts` need to know of what is liked and answered. */
export interface Talk {
  readonly documents: Collection<Ranked>
  readonly missing: ErrorCode
  /** What one reader is shown of it. */
  readonly sight: Sight
  /** The field of a comment that says what it counts for. */
  readonly under: 'postId' | 'parentId'
  /** What must not have changed for that which follows from `document` to be right. */
  asRead(document: Ranked): Where<Ranked>
  /** What follows from the counters as given: the rank, and whether it is to be seen. */
  following(document: Ranked): Patch<Ranked>
}

/** How many comments a post shows, or how many replies a comment. */
export function saidUnder({ written, withdrawn }: Pick<Ranked, 'written' | 'withdrawn'>): number {
  return written - withdrawn
}

export const ofPosts: Talk = {
  documents: posts,
  missing: 'FORUM_POST_MISSING',
  sight: asCard,
  under: 'postId',
  asRead({ _id, likes, favourites, written, withdrawn }: PostDocument) {
    return { _id, likes, favourites, written, withdrawn }
  },
  following(post: PostDocument) {
    const { _id, likes, favourites, postedAt } = post
    return { heatKey: heatKeyOf(_id, { likes, comments: saidUnder(post), favourites, postedAt }) }
  },
}

export const ofComments: Talk = {
  documents: comments,
  missing: 'FORUM_COMMENT_MISSING',
  sight: asComment,
  under: 'parentId',
  asRead({ _id, state, likes, written, withdrawn }: CommentDocument) {
    return { _id, state, likes, written, withdrawn }
  },
  following(comment: CommentDocument) {
    const replies = saidUnder(comment)
    return {
      heatKey: bestKeyOf(comment._id, { likes: comment.likes, replies }),
      listed: isListed(comment),
    }
  },
}

/**
 * A comment that was taken back stays where it was, without its words, as long as replies stand under it. One that
 * reports have hidden stays for those who see it.
 */
export function isListed(
  comment: Pick<CommentDocument, 'parentId' | 'state' | 'written' | 'withdrawn'>,
): boolean {
  return comment.parentId === null && (isStanding(comment) || saidUnder(comment) > 0)
}
