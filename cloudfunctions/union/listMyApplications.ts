import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { memberships } from './store'
import { applicationOf } from './views'

export const listMyApplications = handle(union.listMyApplications, async (ctx, { after }) => {
  const found = await memberships.find({
    where: { employeeId: ctx.employee.id, ...(after === undefined ? {} : { appliedKey: _.lt(after) }) },
    orderBy: [['appliedKey', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, membership => membership.appliedKey)
  return { applications: rows.map(membership => applicationOf(membership, ctx.employee)), next, now: ctx.now }
})
