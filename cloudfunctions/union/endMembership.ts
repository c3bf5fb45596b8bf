import { Refusal, refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import type { MembershipState } from '@domain/union/membership'
import { afterStep } from '@domain/union/trail'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import { notify } from '../notice/public'
import { settle, tellApplicant } from './messages'
import { offerEnded } from './officeEnding'
import { associations, type MembershipDocument, memberships } from './store'
import { presidentOf, presides } from './views'

interface Ending {
  membershipId: string
  action: 'revoke' | 'remove'
  reason: string
  /** What the member reads, by the association's name. */
  titleOf: (associationName: string) => string
}

/**
 * A president ends somebody's membership, with a reason that the member reads; the office has to be handed on first. What
 * they have in events for members goes by the timer: see `endSeats`.
 * @throws Refusal CONTENT_REJECTED, CONTENT_CHECK_UNAVAILABLE, UNION_APPLICATION_MISSING, UNION_PRESIDENT_STAYS, UNION_TRANSITION_REFUSED
 */
export async function endMembership(
  ctx: EmployeeContext,
  { membershipId, action, reason, titleOf }: Ending,
): Promise<{ state: MembershipState }> {
  const { employee, now } = ctx
  await ctx.wechat.assertTextIsSafe(reason)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const ended: { membership?: MembershipDocument; wasAsked?: boolean } = {}

  const result = await ctx.transaction(
    async tx => {
      const before = await memberships.in(tx).require(membershipId, 'UNION_APPLICATION_MISSING')
      const { associationId, associationName, employeeId } = before
      refuse(!presides(employee, associationId), 'UNION_APPLICATION_MISSING')
      const association = await associations.in(tx).require(associationId, 'UNION_APPLICATION_MISSING')
      refuse(association.president.employeeId === employeeId, 'UNION_PRESIDENT_STAYS')
      const by = presidentOf(employee, associationId)
      const stepped = afterStep(before, { action, by, at: now, reason })
      if (!stepped) throw new Refusal('UNION_TRANSITION_REFUSED')
      await memberships.in(tx).update(membershipId, {
        ...stepped,
        decidedKey: sortKey(now, membershipId),
        seatsDueAt: now,
      })
      const offer = offerEnded(association, employeeId, { action: 'withdraw', by, at: now })
      await associations.in(tx).update(associationId, { members: _.inc(-1), ...offer })
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId,
        kind: 'union',
        title: titleOf(associationName),
        body: reason,
        at: now,
        target: { kind: 'application', id: membershipId },
      })
      ended.membership = { ...before, ...stepped }
      ended.wasAsked = offer !== null
      return { state: stepped.state }
    },
    () => ({
      subject: `${memberships.name}/${membershipId}`,
      before: { state: 'member' },
      after: { state: ended.membership?.state, reason },
    }),
  )

  if (ended.membership && ended.wasAsked) await settle('association', [ended.membership.associationId], now)
  if (ended.membership) await tellApplicant(ended.membership, result.state, reason)
  return result
}
