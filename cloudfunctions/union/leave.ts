import { Refusal, refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { afterStep } from '@domain/union/trail'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { settle } from './messages'
import { offerEnded, tellOfferLost } from './officeEnding'
import { associations, membershipIdOf, memberships } from './store'

export const leave = handle(union.leave, async (ctx, { associationId }) => {
  const { employee, now } = ctx
  const membershipId = membershipIdOf(associationId, employee.id)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let wasAsked = false
  const result = await ctx.transaction(async tx => {
    const before = await memberships.in(tx).require(membershipId, 'UNION_APPLICATION_MISSING')
    const association = await associations.in(tx).require(associationId, 'UNION_APPLICATION_MISSING')
    refuse(association.president.employeeId === employee.id, 'UNION_PRESIDENT_STAYS')
    const by = { employeeId: employee.id, name: employee.name }
    const stepped = afterStep(before, { action: 'leave', by, at: now, reason: null })
    if (!stepped) throw new Refusal('UNION_TRANSITION_REFUSED')
    await memberships.in(tx).update(membershipId, { ...stepped, seatsDueAt: now })
    const ended = offerEnded(association, employee.id, { action: 'decline', by, at: now })
    await associations.in(tx).update(associationId, { members: _.inc(-1), ...ended })
    wasAsked = ended !== null
    const told = { noticeId: ctx.newId('notice'), why: '退出了协会', at: now }
    if (wasAsked) await tellOfferLost(tx, association, told)
    return { state: stepped.state }
  })
  if (wasAsked) await settle('association', [associationId], now)
  return result
})
