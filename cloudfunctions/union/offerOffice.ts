import { refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { associations, membershipIdOf, memberships, type OfficeStep } from './store'
import { presides } from './views'

export const offerOffice = handle(union.offerOffice, (ctx, { associationId, toEmployeeId }) => {
  const by = { employeeId: ctx.employee.id, name: ctx.employee.name }
  return ctx.transaction(
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
      await associations.in(tx).update(associationId, {
        office: { to, by, at: ctx.now },
        officeTrail: [...(association.officeTrail ?? []), step],
      })
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
})
