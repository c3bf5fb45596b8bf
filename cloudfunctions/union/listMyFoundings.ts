import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { foundingView } from './foundingViews'
import { foundings } from './store'

export const listMyFoundings = handle(union.listMyFoundings, async (ctx, { after }) => {
  const found = await foundings.find({
    where: {
      'applicant.employeeId': ctx.employee.id,
      ...(after === undefined ? {} : { _id: _.lt(after) }),
    },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return { foundings: rows.map(each => foundingView(each, ctx.employee, ctx.now)), next, now: ctx.now }
})
