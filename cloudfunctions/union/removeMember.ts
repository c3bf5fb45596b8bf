import { Refusal, refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { afterStep } from '@domain/union/trail'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { tellApplicant } from './messages'
import { associations, type MembershipDocument, memberships } from './store'
import { presidentOf, presides } from './views'

export const removeMember = handle(union.removeMember, async (ctx, { membershipId, reason }) => {
  const { employee, now } = ctx
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const removed: { membership?: MembershipDocument } = {}

  const result = await ctx.transaction(
    async tx => {
      const before = await memberships.in(tx).require(membershipId, 'UNION_APPLICATION_MISSING')
      const { associationId, associationName, employeeId } = before
      refuse(!presides(employee, associationId), 'UNION_APPLICATION_MISSING')
      const association = await associations.in(tx).require(associationId, 'UNION_APPLICATION_MISSING')
      refuse(association.president.employeeId === employeeId, 'UNION_PRESIDENT_STAYS')
      const by = presidentOf(employee, associationId)
      const stepped = afterStep(before, { action: 'remove', by, at: now, reason })
      if (!stepped) throw new Refusal('UNION_TRANSITION_REFUSED')
      await memberships.in(tx).update(membershipId, { ...stepped, decidedKey: sortKey(now, membershipId) })
      await associations.in(tx).update(associationId, { members: _.inc(-1) })
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId,
        kind: 'union',
        title: `你不再是${associationName}的会员`,
        body: reason,
        at: now,
        target: { kind: 'application', id: membershipId },
      })
      removed.membership = { ...before, ...stepped }
      return { state: stepped.state }
    },
    () => ({
      subject: `${memberships.name}/${membershipId}`,
      before: { state: 'member' },
      after: { state: 'removed', reason },
    }),
  )

  if (removed.membership) await tellApplicant(removed.membership, result.state, reason)
  return result
})
