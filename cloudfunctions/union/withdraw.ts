import { Refusal } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { afterStep } from '@domain/union/trail'
import { handle } from '@platform/context'
import { takeBackTodos } from '../notice/public'
import { membershipIdOf, memberships } from './store'

export const withdraw = handle(union.withdraw, async (ctx, { associationId }) => {
  const { employee, now } = ctx
  const membershipId = membershipIdOf(associationId, employee.id)
  const result = await ctx.transaction(async tx => {
    const before = await memberships.in(tx).require(membershipId, 'UNION_APPLICATION_MISSING')
    const by = { employeeId: employee.id, name: employee.name }
    const stepped = afterStep(before, { action: 'withdraw', by, at: now, reason: null })
    if (!stepped) throw new Refusal('UNION_TRANSITION_REFUSED')
    await memberships.in(tx).update(membershipId, { ...stepped, remindAt: null })
    return { state: stepped.state }
  })
  await takeBackTodos({ target: 'application', ids: [membershipId], until: now })
  return result
})
