import { refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { afterStep, type Stepped } from '@domain/union/trail'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { settle, tellApplicant } from './messages'
import { associations, type MembershipDocument, memberships } from './store'
import { presidentOf, presides } from './views'

interface Decided {
  before: MembershipDocument
  after: Stepped
}

export const decide = handle(union.decide, async (ctx, { membershipIds, decision, reason = null }) => {
  refuse(decision === 'refuse' && reason === null, 'UNION_REASON_NEEDED', ['reason'])
  if (reason !== null) await ctx.wechat.assertTextIsSafe(reason)
  const ids = [...new Set(membershipIds)]
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let decided: Decided[] = []

  const result = await ctx.transaction(
    async tx => {
      const found: MembershipDocument[] = []
      for (const id of ids) found.push(await presidedOver(ctx, tx, id))
      decided = found.flatMap(before => {
        // A deputy decides for the president, but not on what they themselves have asked for.
        if (before.employeeId === ctx.employee.id) return []
        const by = presidentOf(ctx.employee, before.associationId)
        const after = afterStep(before, { action: decision, by, at: ctx.now, reason })
        return after ? [{ before, after }] : []
      })
      for (const each of decided) await write(ctx, tx, each, reason)
      if (decision === 'approve') await welcome(tx, decided)
      const done = decided.map(({ before }) => before._id)
      return { decided: done, stale: found.filter(({ _id }) => !done.includes(_id)).map(staleOf) }
    },
    () =>
      decided.length === 0
        ? undefined
        : {
            subject: memberships.name,
            before: Object.fromEntries(decided.map(({ before }) => [before._id, before.state])),
            after: Object.fromEntries(decided.map(({ before, after }) => [before._id, after.state])),
          },
  )

  if (decided.length === 0) return result
  await Promise.all([
    settle(
      'application',
      decided.map(({ before }) => before._id),
      ctx.now,
    ),
    ...decided.map(({ before, after }) => tellApplicant(before, after.state, reason)),
  ])
  return result
})

const staleOf = ({ _id, applicant, state }: MembershipDocument) => ({
  membershipId: _id,
  name: applicant.name,
  state,
})

/** @throws Refusal UNION_APPLICATION_MISSING, also for one of another association: then the whole batch is refused */
async function presidedOver(ctx: EmployeeContext, tx: Transaction, id: string): Promise<MembershipDocument> {
  const membership = await memberships.in(tx).require(id, 'UNION_APPLICATION_MISSING')
  refuse(!presides(ctx.employee, membership.associationId), 'UNION_APPLICATION_MISSING')
  return membership
}

async function write(
  ctx: EmployeeContext,
  tx: Transaction,
  { before, after }: Decided,
  reason: string | null,
): Promise<void> {
  const decidedKey = sortKey(ctx.now, before._id)
  await memberships.in(tx).update(before._id, {
    ...after,
    ...(after.state === 'member' ? { joinedKey: decidedKey } : {}),
    decidedKey,
    answeredAt: ctx.now,
    remindAt: null,
  })
  const approved = after.state === 'member'
  await notify(tx, {
    _id: ctx.newId(`notice ${before._id}`),
    employeeId: before.employeeId,
    kind: 'union',
    title: approved ? `你加入了${before.associationName}` : `${before.associationName}没有通过你的申请`,
    body: reason ?? `${ctx.employee.name}同意了你的申请，欢迎。`,
    at: ctx.now,
    target: { kind: 'application', id: before._id },
  })
}

/** Each association's members grow by exactly those who joined it, in the same transaction. */
async function welcome(tx: Transaction, decided: readonly Decided[]): Promise<void> {
  const joined = new Map<string, number>()
  for (const { before } of decided)
    joined.set(before.associationId, (joined.get(before.associationId) ?? 0) + 1)
  for (const [associationId, members] of joined)
    await associations.in(tx).update(associationId, { members: _.inc(members) })
}
