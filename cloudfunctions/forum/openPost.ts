import { can } from '@domain/access/roles'
import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { happyHour } from '../coin/public'
import { listBoards } from './boards'
import { cardsOf } from './cards'
import { withoutLeavers } from './leavers'
import { isSeenBy } from './livePublications'
import { readComments } from './readComments'
import { posts } from './store'
import { postView } from './views'

export const openPost = handle(forum.openPost, async (ctx, { postId }) => {
  const readerId = ctx.employee.id
  const [found, page, boards, running] = await Promise.all([
    posts.get(postId),
    readComments(postId, ctx.employee, 'best'),
    listBoards(),
    happyHour(ctx.now),
  ])
  if (!found || !isSeenBy(found, ctx.employee)) throw new Refusal('FORUM_POST_MISSING')
  const [[post = found], cards] = await Promise.all([withoutLeavers([found]), cardsOf([found])])
  const boardName = boards.find(board => board.boardId === post.boardId)?.name ?? ''
  return {
    post: postView(post, { readerId, now: ctx.now, boardName, cards }),
    ...page,
    canModerate: can(ctx.employee.grants, 'forum.moderate'),
    canFeature: can(ctx.employee.grants, 'forum.feature'),
    happyHour: running,
    now: ctx.now,
  }
})
