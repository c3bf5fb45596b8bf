import { forum } from '@domain/forum/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import type { Where } from '@platform/collection'
import { handle } from '@platform/context'
import { isColleague, saidByAccounts, saidByColleagues } from './authors'
import { ownFollows } from './follow'
import { asCard } from './sights'
import { type PostDocument, posts } from './store'
import { postViews } from './views'

/** What those I follow have posted, and what has been posted on the topics I follow, the newest first. */
export const openFollowing = handle(forum.openFollowing, async (ctx, { after }) => {
  const { topics, people } = await ownFollows(ctx.employee.id)
  const colleagues = people.filter(isColleague)
  const accounts = people.filter(id => !isColleague(id))
  const wheres: Where<PostDocument>[] = [
    ...(topics.length > 0 ? [{ topicIds: _.in(topics) }] : []),
    ...(colleagues.length > 0 ? [saidByColleagues(colleagues)] : []),
    ...(accounts.length > 0 ? [saidByAccounts(accounts)] : []),
  ]
  const lists = await Promise.all(wheres.map(where => newest(ctx.employee.id, where, after)))
  const found = new Map(lists.flat().map(post => [post._id, post]))
  const sorted = [...found.values()].sort((a, b) => (a._id < b._id ? 1 : -1)).slice(0, limits.pageSize + 1)
  const { rows, next } = pageOf(sorted, limits.pageSize, post => post._id)
  const following = { topics: topics.length, people: people.length }
  return { posts: await postViews(rows, ctx.employee, ctx.now), following, next, now: ctx.now }
})

function newest(
  readerId: string,
  where: Where<PostDocument>,
  after: string | undefined,
): Promise<PostDocument[]> {
  return posts.findSeen(readerId, {
    where: { ...where, state: 'live', ...(after === undefined ? {} : { _id: _.lt(after) }) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
    sight: asCard,
  })
}
