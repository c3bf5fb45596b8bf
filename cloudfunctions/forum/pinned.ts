import { PINNED_MAX } from '@domain/forum/featuring'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import { listBoards } from './boards'
import { isStanding } from './livePublications'
import { asCard } from './sights'
import { boards, type PostDocument, posts } from './store'

/** What stands on top of a board, the last pinned first, as one reader sees it. One request. */
export function pinnedTo(boardId: string, readerId: string): Promise<PostDocument[]> {
  return posts.findSeen(readerId, {
    where: { state: 'live', boardId, pinnedAt: _.gt(0) },
    orderBy: [['pinnedAt', 'desc']],
    limit: PINNED_MAX,
    sight: asCard,
  })
}

/**
 * What stands on top of any board and is about a topic, the last pinned first, as one reader sees it. One request over
 * the few that are pinned anywhere, and one more where the instance doesn't know the boards yet.
 */
export async function pinnedAbout(topicId: string, readerId: string): Promise<PostDocument[]> {
  const boardIds = (await listBoards()).map(({ boardId }) => boardId)
  return posts.findSeen(readerId, {
    where: { state: 'live', boardId: _.in(boardIds), pinnedAt: _.gt(0), topicIds: _.in([topicId]) },
    orderBy: [['pinnedAt', 'desc']],
    limit: PINNED_MAX,
    sight: asCard,
  })
}

interface Pin {
  boardId: string
  postId: string
  /** What stood on top of the board before the transaction, for those that it has not noted. */
  knownIds?: readonly string[]
}

/**
 * Notes a pin with its board, so that two who pin at the same moment meet there. Two requests, and one more for each
 * other post that may be on top.
 * @returns false when as many stand on top as may
 */
export async function takePin(tx: Transaction, { boardId, postId, knownIds = [] }: Pin): Promise<boolean> {
  const board = await boards.in(tx).get(boardId)
  const standing: string[] = []
  for (const id of new Set([...(board?.pinnedIds ?? []), ...knownIds])) {
    const other = id === postId ? null : await posts.in(tx).get(id)
    if (other && isStanding(other) && other.boardId === boardId && (other.pinnedAt ?? 0) > 0)
      standing.push(id)
  }
  if (standing.length >= PINNED_MAX) return false
  if (board) await boards.in(tx).update(boardId, { pinnedIds: [...standing, postId] })
  return true
}
