import { forum } from '@domain/forum/contract'
import { refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { happyHour } from '../coin/public'
import { listBoards } from './boards'
import { posts } from './store'
import { topicRanking } from './topics'
import { postViews } from './views'

const SHOWN_TOPICS = 5

export const openFeed = handle(forum.openFeed, async (ctx, { sort, boardId, after }) => {
  const key = sort === 'hot' ? 'heatKey' : '_id'
  const [boards, found, { entries }, running] = await Promise.all([
    listBoards(),
    posts.find({
      where: {
        state: 'live',
        ...(boardId === undefined ? {} : { boardId }),
        ...(after === undefined ? {} : { [key]: _.lt(after) }),
      },
      orderBy: [[key, 'desc']],
      limit: limits.pageSize + 1,
    }),
    topicRanking(),
    happyHour(ctx.now),
  ])
  refuse(boardId !== undefined && !boards.some(board => board.boardId === boardId), 'FORUM_BOARD_MISSING')
  const { rows, next } = pageOf(found, limits.pageSize, post => post[key])
  const topics = entries
    .slice(0, SHOWN_TOPICS)
    .map(({ topicId, name, posts: count }) => ({ topicId, name, posts: count }))
  return {
    boards,
    topics,
    posts: await postViews(rows, ctx.employee.id),
    next,
    happyHour: running,
    now: ctx.now,
  }
})
