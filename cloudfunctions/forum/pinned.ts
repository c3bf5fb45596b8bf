import { PINNED_MAX } from '@domain/forum/featuring'
import { _ } from '@platform/cloud'
import { asCard } from './sights'
import { type PostDocument, posts } from './store'

/** What stands on top of a board, the last pinned first, as one reader sees it. One request. */
export function pinnedTo(boardId: string, readerId: string): Promise<PostDocument[]> {
  return posts.findSeen(readerId, {
    where: { state: 'live', boardId, pinnedAt: _.gt(0) },
    orderBy: [['pinnedAt', 'desc']],
    limit: PINNED_MAX,
    sight: asCard,
  })
}
