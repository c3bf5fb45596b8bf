import { scopesOf } from '@domain/access/roles'
import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { memberships } from './store'
import { applicationOf } from './views'

const DECIDED_MAX = 50

export const listDecided = handle(union.listDecided, async ctx => {
  const scopes = scopesOf(ctx.employee.grants, 'union.applications.decide')
  const decided = await memberships.find({
    where: { decidedAt: _.gt(0), ...(scopes === null ? {} : { associationId: _.in(scopes) }) },
    orderBy: [['decidedAt', 'desc']],
    limit: DECIDED_MAX,
  })
  return { applications: decided.map(membership => applicationOf(membership, ctx.employee)), now: ctx.now }
})
