import { forum } from '@domain/forum/contract'
import type { ParsedInputOf } from '@domain/kernel/contract'
import { refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { happyHour } from '../coin/public'
import { listBoards } from './boards'
import { pinnedTo } from './pinned'
import { asCard } from './sights'
import { posts } from './store'
import { topicRanking } from './topics'
import { postViews } from './views'

const SHOWN_TOPICS = 5

/** What each order sorts by; every post has a key of its own. */
const keys = { newest: '_id', hot: 'heatKey', featured: 'featuredKey' } as const

const along = ({ sort, boardId, after }: ParsedInputOf<typeof forum.openFeed>) => ({
  page: posts.along({
    where: {
      state: 'live',
      ...(boardId === undefined ? {} : { boardId }),
      ...within(sort, after),
    },
    orderBy: [[keys[sort], 'desc']],
    limit: limits.pageSize + 1,
    sight: asCard,
  }),
})

export const openFeed = handleWith(forum.openFeed, along, async (ctx, { sort, boardId, after }, read) => {
  const key = keys[sort]
  const [boards, pinned, { entries }, running] = await Promise.all([
    listBoards(),
    boardId === undefined || after !== undefined ? [] : pinnedTo(boardId, ctx.employee.id),
    topicRanking(),
    happyHour(ctx.now),
  ])
  refuse(boardId !== undefined && !boards.some(board => board.boardId === boardId), 'FORUM_BOARD_MISSING')
  const { rows, next } = pageOf(read.page, limits.pageSize, post => post[key])
  const topics = entries
    .slice(0, SHOWN_TOPICS)
    .map(({ topicId, name, posts: count }) => ({ topicId, name, posts: count }))
  // Together, so that who has left is asked once.
  const views = await postViews([...pinned, ...rows], ctx.employee, ctx.now)
  const [onTop, listed] = [views.slice(0, pinned.length), views.slice(pinned.length)]
  return { boards, topics, pinned: onTop, posts: listed, next, happyHour: running, now: ctx.now }
})

/** A post that is not featured has an empty key, below every other. */
function within(sort: keyof typeof keys, after: string | undefined) {
  if (sort !== 'featured') return after === undefined ? {} : { [keys[sort]]: _.lt(after) }
  return { featuredKey: after === undefined ? _.gt('') : _.gt('').and(_.lt(after)) }
}
