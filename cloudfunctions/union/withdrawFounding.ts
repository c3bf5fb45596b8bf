import { afterWithdrawal } from '@domain/approval/flow'
import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { following } from './foundingTurn'
import { settle } from './messages'
import { foundings } from './store'

export const withdrawFounding = handle(union.withdrawFounding, async (ctx, { foundingId }) => {
  const result = await ctx.transaction(async tx => {
    const founding = await foundings.in(tx).require(foundingId, 'UNION_FOUNDING_MISSING')
    refuse(founding.applicant.employeeId !== ctx.employee.id, 'UNION_FOUNDING_MISSING')
    refuse(founding.approval.state !== 'running', 'UNION_TRANSITION_REFUSED')
    const approval = afterWithdrawal(founding.approval, ctx.now)
    await foundings.in(tx).update(foundingId, { ...following(approval, ctx.now), decidedAt: ctx.now })
    return { state: approval.state }
  })
  await settle('founding', [foundingId], ctx.now)
  return result
})
