import { Refusal, refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { grantRole, revokeRole } from '../identity/public'
import { notify } from '../notice/public'
import { settle } from './messages'
import {
  type AssociationDocument,
  associations,
  membershipIdOf,
  memberships,
  type OfficeOffer,
} from './store'

type Answer = 'accept' | 'decline' | 'withdraw'

export const answerOffice = handle(union.answerOffice, async (ctx, { associationId, answer }) => {
  let before = ''
  const result = await ctx.transaction(
    async tx => {
      const association = await associations.in(tx).require(associationId, 'UNION_ASSOCIATION_MISSING')
      const offer = offerFor(association, ctx.employee.id, answer)
      before = association.president.employeeId
      if (answer === 'accept') await handOver(tx, association, offer)
      const by = { employeeId: ctx.employee.id, name: ctx.employee.name }
      const to = { employeeId: offer.to.employeeId, name: offer.to.name }
      await associations.in(tx).update(associationId, {
        office: null,
        officeTrail: [...(association.officeTrail ?? []), { action: answer, by, to, at: ctx.now }],
        ...(answer === 'accept' ? { president: offer.to } : {}),
      })
      await tell(tx, ctx, association, offer, answer)
      return { presiding: answer === 'accept' }
    },
    () => ({
      subject: `${associations.name}/${associationId}`,
      before: { president: before },
      after: { answer, by: ctx.employee.id },
    }),
  )
  await settle('association', [associationId], ctx.now)
  return result
})

/**
 * The offer that the caller may answer so: the member accepts or declines, the president takes it back.
 * @throws Refusal UNION_OFFICE_NOT_OFFERED
 */
function offerFor(
  { office, president }: AssociationDocument,
  employeeId: string,
  answer: Answer,
): OfficeOffer {
  const answerer = answer === 'withdraw' ? president.employeeId : office?.to.employeeId
  if (!office || answerer !== employeeId) throw new Refusal('UNION_OFFICE_NOT_OFFERED')
  return office
}

/** The old president stays a member; the role, and what a deputy had of it, goes to the new one. */
async function handOver(
  tx: Transaction,
  { _id, president }: AssociationDocument,
  { to }: OfficeOffer,
): Promise<void> {
  const membership = await memberships.in(tx).get(membershipIdOf(_id, to.employeeId))
  refuse(membership?.state !== 'member', 'UNION_MEMBERS_ONLY')
  const grant = { role: 'president', scopeId: _id } as const
  await revokeRole(tx, president.employeeId, grant)
  refuse(!(await grantRole(tx, to.employeeId, grant)), 'UNION_MEMBERS_ONLY')
}

/** What the other one reads, by the name of whoever answered. */
export const outcomes: Record<Answer, (name: string) => { title: string; body: string }> = {
  accept: name => ({ title: `${name}接任了会长`, body: '交接完成，你仍是会员。谢谢你这些日子的张罗。' }),
  decline: name => ({ title: `${name}这次不方便接任会长`, body: '可以再请另一位会员。' }),
  withdraw: name => ({ title: `${name}收回了会长交接`, body: '你不用再回复了。' }),
}

async function tell(
  tx: Transaction,
  ctx: EmployeeContext,
  { _id, name, president }: AssociationDocument,
  { to }: OfficeOffer,
  answer: Answer,
): Promise<void> {
  const { title, body } = outcomes[answer](ctx.employee.name)
  await notify(tx, {
    _id: ctx.newId('notice'),
    employeeId: answer === 'withdraw' ? to.employeeId : president.employeeId,
    kind: 'union',
    title: `${name}：${title}`,
    body,
    at: ctx.now,
    target: { kind: 'association', id: _id },
  })
}
