import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { namesOf } from '../identity/public'
import { turnOf } from './foundingTurn'
import { foundingView } from './foundingViews'
import { foundings } from './store'

/** For the applicant and for the union: anybody else is told that there is none. */
export const openFounding = handle(union.openFounding, async (ctx, { foundingId }) => {
  const founding = await foundings.require(foundingId, 'UNION_FOUNDING_MISSING')
  const isMine = founding.applicant.employeeId === ctx.employee.id
  refuse(!isMine && !can(ctx.employee.grants, 'union.foundings.decide'), 'UNION_FOUNDING_MISSING')
  const approverId = turnOf(founding.approval, ctx.employee, ctx.now)
  const waitsFor = await namesOf(founding.openIds)
  return {
    founding: foundingView(founding, ctx.employee, ctx.now),
    waitsFor: waitsFor.map(one => ({ ...one, mine: one.employeeId === approverId })),
    now: ctx.now,
  }
})
