import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { foundingView } from './foundingViews'
import { foundings } from './store'

/** For the applicant and for the union: anybody else is told that there is none. */
export const openFounding = handle(union.openFounding, async (ctx, { foundingId }) => {
  const founding = await foundings.require(foundingId, 'UNION_FOUNDING_MISSING')
  const isMine = founding.applicant.employeeId === ctx.employee.id
  refuse(!isMine && !can(ctx.employee.grants, 'union.foundings.decide'), 'UNION_FOUNDING_MISSING')
  return { founding: foundingView(founding, ctx.employee, ctx.now), now: ctx.now }
})
