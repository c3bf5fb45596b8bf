import { can } from '@domain/access/roles'
import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { happyHour } from '../coin/public'
import { listBoards } from './boards'
import { withoutLeavers } from './leavers'
import { isSeenBy } from './livePublications'
import { readComments } from './readComments'
import { posts } from './store'
import { postView } from './views'
import { voicesOf } from './voices'

export const openPost = handle(forum.openPost, async (ctx, { postId }) => {
  const [found, page, boards, voices, running] = await Promise.all([
    posts.get(postId),
    readComments(postId, ctx.employee, 'best'),
    listBoards(),
    voicesOf(ctx.employee),
    happyHour(ctx.now),
  ])
  if (!found || !isSeenBy(found, ctx.employee)) throw new Refusal('FORUM_POST_MISSING')
  const [post = found] = await withoutLeavers([found])
  const boardName = boards.find(board => board.boardId === post.boardId)?.name ?? ''
  return {
    post: postView(post, ctx.employee, boardName),
    ...page,
    canModerate: can(ctx.employee.grants, 'forum.moderate'),
    canFeature: can(ctx.employee.grants, 'forum.feature'),
    voices,
    happyHour: running,
    now: ctx.now,
  }
})
