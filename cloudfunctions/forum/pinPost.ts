import { forum } from '@domain/forum/contract'
import { PINNED_MAX } from '@domain/forum/featuring'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { isStanding, livePost } from './livePublications'
import { pinnedTo } from './pinned'
import { boards, posts } from './store'

export const pinPost = handle(forum.pinPost, async (ctx, { postId, pinned }) => {
  const { boardId } = await livePost(postId)
  let isChange = false
  const shown = pinned ? await pinnedTo(boardId, ctx.employee.id) : []
  return ctx.transaction(
    async tx => {
      const post = await livePost(postId, tx)
      if (pinned) await takePin(tx, { boardId, postId, knownIds: shown.map(({ _id }) => _id) })
      isChange = pinned !== (post.pinnedAt ?? 0) > 0
      await posts.in(tx).update(postId, { pinnedAt: pinned ? (post.pinnedAt ?? ctx.now) : null })
      return { pinned }
    },
    () =>
      isChange
        ? { subject: `${posts.name}/${postId}`, before: { pinned: !pinned }, after: { pinned } }
        : undefined,
  )
})

interface Pin {
  boardId: string
  postId: string
  /** What stood on top of the board before the transaction. */
  knownIds: readonly string[]
}

/**
 * Notes a pin with its board, so that two who pin at the same moment meet there. Two requests, and one more for each
 * other post that may be on top.
 * @throws Refusal FORUM_PINS_FULL
 */
async function takePin(tx: Transaction, { boardId, postId, knownIds }: Pin): Promise<void> {
  const board = await boards.in(tx).get(boardId)
  const standing: string[] = []
  for (const id of new Set([...(board?.pinnedIds ?? []), ...knownIds])) {
    const other = id === postId ? null : await posts.in(tx).get(id)
    if (other && isStanding(other) && other.boardId === boardId && (other.pinnedAt ?? 0) > 0)
      standing.push(id)
  }
  refuse(standing.length >= PINNED_MAX, 'FORUM_PINS_FULL')
  if (board) await boards.in(tx).update(boardId, { pinnedIds: [...standing, postId] })
}
