import { Refusal, refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { afterStep } from '@domain/union/trail'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { associations, membershipIdOf, memberships } from './store'

export const leave = handle(union.leave, async (ctx, { associationId }) => {
  const { employee, now } = ctx
  const membershipId = membershipIdOf(associationId, employee.id)
  return ctx.transaction(async tx => {
    const before = await memberships.in(tx).require(membershipId, 'UNION_APPLICATION_MISSING')
    const association = await associations.in(tx).require(associationId, 'UNION_APPLICATION_MISSING')
    refuse(association.president.employeeId === employee.id, 'UNION_PRESIDENT_STAYS')
    const by = { employeeId: employee.id, name: employee.name }
    const stepped = afterStep(before, { action: 'leave', by, at: now, reason: null })
    if (!stepped) throw new Refusal('UNION_TRANSITION_REFUSED')
    await memberships.in(tx).update(membershipId, { ...stepped })
    await associations.in(tx).update(associationId, { members: _.inc(-1) })
    return { state: stepped.state }
  })
})
