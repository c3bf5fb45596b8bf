import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { takenBack } from './foundingTurn'
import { settle } from './messages'
import { foundings } from './store'

export const withdrawFounding = handle(union.withdrawFounding, async (ctx, { foundingId }) => {
  const result = await ctx.transaction(async tx => {
    const founding = await foundings.in(tx).require(foundingId, 'UNION_FOUNDING_MISSING')
    refuse(founding.applicant.employeeId !== ctx.employee.id, 'UNION_FOUNDING_MISSING')
    refuse(founding.approval.state !== 'running', 'UNION_TRANSITION_REFUSED')
    const after = takenBack(founding, ctx.now)
    await foundings.in(tx).update(foundingId, after)
    return { state: after.approval.state }
  })
  await settle('founding', [foundingId], ctx.now)
  return result
})
