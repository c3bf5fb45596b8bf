import { can } from '@domain/access/roles'
import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { handleWith } from '@platform/context'
import { happyHour } from '../coin/public'
import { listBoards } from './boards'
import { cardsOf } from './cards'
import { withoutLeavers } from './leavers'
import { isThereFor, postAlong } from './livePublications'
import { commentsAlong, threadAround, threadsOf } from './readComments'
import { silenceOf } from './silence'
import { postView } from './views'
import { voicesOf } from './voices'

const along = ({ postId }: { postId: string }) => ({
  post: postAlong(postId),
  comments: commentsAlong(postId, 'best'),
})

export const openPost = handleWith(forum.openPost, along, async (ctx, { postId, commentId }, read) => {
  const [found] = read.post
  if (!found || !isThereFor(found, ctx)) throw new Refusal('FORUM_POST_MISSING')
  const [page, aimed, [post = found], cards, boards, voices, silence, running] = await Promise.all([
    threadsOf(read.comments, ctx.employee, 'best'),
    commentId === undefined ? null : threadAround(postId, commentId, ctx.employee),
    withoutLeavers([found]),
    cardsOf([found]),
    listBoards(),
    voicesOf(ctx.employee),
    silenceOf(ctx),
    happyHour(ctx.now),
  ])
  const boardName = boards.find(board => board.boardId === post.boardId)?.name ?? ''
  return {
    post: postView(post, { reader: ctx.employee, now: ctx.now, boardName, cards }),
    readers: post.readers ?? 0,
    ...page,
    aimed,
    canModerate: can(ctx.employee.grants, 'forum.moderate'),
    canFeature: can(ctx.employee.grants, 'forum.feature'),
    voices,
    silence,
    happyHour: running,
    now: ctx.now,
  }
})
