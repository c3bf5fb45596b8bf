import { forum } from '@domain/forum/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { posts } from './store'
import { postViews } from './views'

/** By the time they were posted, the newest first. */
export const listFavourites = handle(forum.listFavourites, async (ctx, { after }) => {
  const found = await posts.find({
    where: {
      savers: _.in([ctx.employee.id]),
      state: 'live',
      ...(after === undefined ? {} : { _id: _.lt(after) }),
    },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, post => post._id)
  return { posts: await postViews(rows, ctx.employee.id), next, now: ctx.now }
})
