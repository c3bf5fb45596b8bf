import { forum } from '@domain/forum/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { posts } from './store'
import { postViews } from './views'

export const listMine = handle(forum.listMine, async (ctx, { after }) => {
  const found = await posts.find({
    where: {
      'author.employeeId': ctx.employee.id,
      state: _.in(['live', 'hidden']),
      ...(after === undefined ? {} : { _id: _.lt(after) }),
    },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, post => post._id)
  return { posts: await postViews(rows, ctx.employee.id), next, now: ctx.now }
})
