import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { outcomes } from './answerOffice'
import { settle } from './messages'
import { offerEnded } from './officeEnding'
import { type AssociationDocument, associations, membershipIdOf, memberships, type OfficeStep } from './store'
import { presides } from './views'

/** An offer that somebody else has not answered yet is taken back by it. */
export const offerOffice = handle(union.offerOffice, async (ctx, { associationId, toEmployeeId }) => {
  const by = { employeeId: ctx.employee.id, name: ctx.employee.name }
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let stoodOpen = false
  const result = await ctx.transaction(
    async tx => {
      const association = await associations.in(tx).require(associationId, 'UNION_ASSOCIATION_MISSING')
      refuse(!presides(ctx.employee, associationId), 'UNION_ASSOCIATION_MISSING')
      refuse(
        association.president.employeeId !== by.employeeId || toEmployeeId === by.employeeId,
        'UNION_OFFICE_NOT_YOURS',
      )
      const member = await memberships
        .in(tx)
        .require(membershipIdOf(associationId, toEmployeeId), 'UNION_MEMBERS_ONLY')
      refuse(member.state !== 'member', 'UNION_MEMBERS_ONLY')
      const to = member.applicant
      const step: OfficeStep = {
        action: 'offer',
        by,
        to: { employeeId: to.employeeId, name: to.name },
        at: ctx.now,
      }
      stoodOpen = association.office != null
      const officeTrail = [...(await takenBack(tx, ctx, association, toEmployeeId)), step]
      await associations.in(tx).update(associationId, { office: { to, by, at: ctx.now }, officeTrail })
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId: toEmployeeId,
        kind: 'todo',
        title: `${by.name}想请你接任${association.name}会长`,
        body: '你接受以后，审批入会、办活动就由你来；不方便也可以谢绝。',
        at: ctx.now,
        target: { kind: 'association', id: associationId },
      })
      return { offered: true as const }
    },
    () => ({
      subject: `${associations.name}/${associationId}`,
      before: null,
      after: { officeOfferedTo: toEmployeeId },
    }),
  )
  if (stoodOpen) await settle('association', [associationId], ctx.now - 1)
  return result
})

/** Takes back the offer to whoever was asked before, if that was somebody else. @returns the trail up to here */
async function takenBack(
  tx: Transaction,
  { employee: { id: employeeId, name }, now, newId }: EmployeeContext,
  association: AssociationDocument,
  toId: string,
): Promise<OfficeStep[]> {
  const { _id, office, officeTrail = [] } = association
  const former = office?.to.employeeId ?? toId
  if (former === toId) return officeTrail
  const ended = offerEnded(association, former, { action: 'withdraw', by: { employeeId, name }, at: now })
  const { title, body } = outcomes.withdraw(name)
  await notify(tx, {
    _id: newId('notice former'),
    employeeId: former,
    kind: 'union',
    title: `${association.name}：${title}`,
    body,
    at: now,
    target: { kind: 'association', id: _id },
  })
  return ended?.officeTrail ?? officeTrail
}
