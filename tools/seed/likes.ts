import type { CommentDocument, PostDocument } from '../../cloudfunctions/forum/store'
import { statementTitle } from '../../domain/forum/wording'
import type { Instant } from '../../domain/kernel/time'
import type { Deed } from './ledger'

/** What authors earn by the likes of a post and of what was said under it. */
export function likesOf(publications: readonly (PostDocument | CommentDocument)[], at: Instant): Deed[] {
  return publications
    .filter(({ likers }) => likers.length > 0)
    .map(liked => {
      const { _id, author, likers } = liked
      const isPost = 'title' in liked
      return {
        kind: 'like',
        at,
        employeeId: author.employeeId,
        sourceId: _id,
        title: statementTitle.liked(isPost ? 'post' : 'comment', isPost ? liked.title : liked.body),
        subject: { kind: 'post', id: isPost ? _id : liked.postId },
        likers: likers.filter(liker => liker !== author.employeeId),
      }
    })
}

/** As liking leaves it when the timer has been by; what never was liked has nothing. */
export function likedTimes(likes: number): Pick<PostDocument, 'likings' | 'esteemDue'> {
  return likes > 0 ? { likings: likes, esteemDue: false } : {}
}
