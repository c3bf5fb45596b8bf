import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { memberships } from './store'
import { applicationOf } from './views'

const APPLICATIONS_MAX = 100

export const listMyApplications = handle(union.listMyApplications, async ctx => {
  const own = await memberships.find({
    where: { employeeId: ctx.employee.id },
    orderBy: [['appliedAt', 'desc']],
    limit: APPLICATIONS_MAX,
  })
  return { applications: own.map(membership => applicationOf(membership, ctx.employee)), now: ctx.now }
})
