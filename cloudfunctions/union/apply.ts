import { Refusal, refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { answeredForm } from '@domain/union/application'
import { union } from '@domain/union/contract'
import { membershipReminderAfter } from '@domain/union/lateness'
import { afterStep, mayApplyFrom } from '@domain/union/trail'
import { handle } from '@platform/context'
import { assertNotMuted } from '@platform/publishing'
import { personOf } from '../identity/public'
import { notify } from '../notice/public'
import { tellStranded } from './approvalNotices'
import { answering } from './deciders'
import { applicationMatter } from './matters'
import { tellPresident } from './messages'
import { associations, membershipIdOf, memberships } from './store'
import { holdsOffice } from './views'

export const apply = handle(union.apply, async (ctx, { associationId, answers, reason }) => {
  assertNotMuted(ctx)
  const association = await associations.require(associationId, 'UNION_ASSOCIATION_MISSING')
  refuse(holdsOffice(ctx.employee, associationId), 'UNION_ALREADY_MEMBER')
  refuse(!association.open, 'UNION_ASSOCIATION_CLOSED')
  const answered = answeredForm(association.questions, answers)
  await ctx.wechat.assertTextIsSafe(reason)

  const { employee, now } = ctx
  const told = await answering(association, employee.id, now)
  const membershipId = membershipIdOf(associationId, employee.id)
  // The president has left: it waits for the next one.
  const stranded = told.length === 0
  const result = await ctx.transaction(async tx => {
    const before = await memberships.in(tx).get(membershipId)
    refuse(before?.state === 'member', 'UNION_ALREADY_MEMBER')
    const againAt = mayApplyFrom(before?.trail ?? [], now)
    const by = { employeeId: employee.id, name: employee.name }
    const stepped = afterStep(before, { action: 'apply', by, at: now, reason })
    if (!stepped) throw new Refusal('UNION_ALREADY_APPLIED')
    if (againAt !== null) throw new Refusal('UNION_APPLIED_TOO_OFTEN', undefined, againAt)
    const membership = {
      _id: membershipId,
      associationId,
      associationName: association.name,
      associationCoverFileId: association.coverFileId,
      employeeId: employee.id,
      applicant: personOf(employee),
      answers: answered,
      reason,
      appliedAt: now,
      appliedKey: sortKey(now, membershipId),
      joinedKey: before?.joinedKey ?? null,
      decidedKey: null,
      answeredAt: before?.answeredAt ?? null,
      remindAt: membershipReminderAfter(now, now),
      seatsDueAt: before?.seatsDueAt ?? null,
      stranded,
      ...stepped,
    }
    await memberships.in(tx).put(membership)
    if (stranded) await tellStranded(tx, ctx, applicationMatter(membership), { level: '会长', keepers: [] })
    for (const employeeId of told)
      await notify(tx, {
        _id: ctx.newId(`notice ${employeeId}`),
        employeeId,
        kind: 'todo',
        from: employee.name,
        fromId: employee.id,
        title: `${employee.name}想加入${association.name}`,
        body: reason,
        at: now,
        target: { kind: 'application', id: membershipId },
      })
    return { membershipId, state: stepped.state }
  })

  await tellPresident(association, { membershipId, applicant: employee.name, reason })
  return result
})
