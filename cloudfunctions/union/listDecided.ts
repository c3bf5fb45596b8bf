import { scopesOf } from '@domain/access/roles'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { decidedBelow } from './decidedReading'
import { applicationOf } from './views'

export const listDecided = handle(union.listDecided, async (ctx, { after }) => {
  const scopes = scopesOf(ctx.employee.grants, 'union.applications.decide')
  const found = await decidedBelow(scopes, after, limits.pageSize + 1)
  const { rows, next } = pageOf(found, limits.pageSize, membership => membership.decidedKey ?? '')
  return { applications: rows.map(membership => applicationOf(membership, ctx.employee)), next, now: ctx.now }
})
