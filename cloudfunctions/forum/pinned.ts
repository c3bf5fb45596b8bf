import { PINNED_MAX } from '@domain/forum/featuring'
import { _ } from '@platform/cloud'
import { type PostDocument, posts } from './store'

/** What stands on top of a board, the last pinned first. One request. */
export function pinnedTo(boardId: string): Promise<PostDocument[]> {
  return posts.find({
    where: { state: 'live', boardId, pinnedAt: _.gt(0) },
    orderBy: [['pinnedAt', 'desc']],
    limit: PINNED_MAX,
  })
}
