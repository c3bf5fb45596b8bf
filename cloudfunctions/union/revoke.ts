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

export const revoke = handle(union.revoke, async (ctx, { membershipId, reason }) => {
  const { employee, now } = ctx
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const revoked: { membership?: MembershipDocument } = {}

  const result = await ctx.transaction(
    async tx => {
      const before = await memberships.in(tx).require(membershipId, 'UNION_APPLICATION_MISSING')
      refuse(!presides(employee, before.associationId), 'UNION_APPLICATION_MISSING')
      const by = presidentOf(employee, before.associationId)
      const stepped = afterStep(before, { action: 'revoke', by, at: now, reason })
      if (!stepped) throw new Refusal('UNION_TRANSITION_REFUSED')
      await memberships.in(tx).update(membershipId, { ...stepped, decidedKey: sortKey(now, membershipId) })
      await associations.in(tx).update(before.associationId, { members: _.inc(-1) })
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId: before.employeeId,
        kind: 'union',
        title: `${before.associationName}取消了你的会员资格`,
        body: reason,
        at: now,
        target: { kind: 'application', id: membershipId },
      })
      revoked.membership = { ...before, ...stepped }
      return { state: stepped.state }
    },
    () => ({
      subject: `${memberships.name}/${membershipId}`,
      before: { state: 'member' },
      after: { state: revoked.membership?.state, reason },
    }),
  )

  if (revoked.membership) await tellApplicant(revoked.membership, result.state, reason)
  return result
})
