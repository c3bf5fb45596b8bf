import { type Approval, afterDecision, outcomeOf } from '@domain/approval/flow'
import { Refusal, refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { dayOf } from '@domain/kernel/time'
import { union } from '@domain/union/contract'
import { APPROVERS_MAX } from '@domain/union/foundingFlow'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { grantRole, holdersOf, withDeputies } from '../identity/public'
import { assertNameFree } from './foundingName'
import { tellApplicant, tellApprovers } from './foundingNotices'
import { following, nameFor, turnOf } from './foundingTurn'
import { associations, type FoundingDocument, foundings, membershipIdOf, memberships } from './store'

export const decideFounding = handle(
  union.decideFounding,
  async (ctx, { foundingId, verdict, reason = null }) => {
    refuse(verdict === 'refuse' && reason === null, 'UNION_REASON_NEEDED', ['reason'])
    const read = await foundings.require(foundingId, 'UNION_FOUNDING_MISSING')
    if (verdict === 'approve') await assertNameFree(read.name)
    const next = await nextApprovers(read.approval)
    const told = await withDeputies(next, ctx.now)
    // Written in the transaction, read after it; a transaction that runs again writes it again.
    let states: [before: string, after: string] = ['', '']

    return ctx.transaction(
      async tx => {
        const before = await foundings.in(tx).require(foundingId, 'UNION_FOUNDING_MISSING')
        const approverId = turnOf(before.approval, ctx.employee, ctx.now)
        // Whoever decides next was read for the node where it stood then.
        if (approverId === null || before.approval.at !== read.approval.at)
          throw new Refusal('UNION_NOT_YOUR_TURN')
        const name = nameFor(ctx.employee, approverId)
        const by = { employeeId: ctx.employee.id, name }
        const approval = afterDecision(
          before.approval,
          { approverId, verdict, by, reason, at: ctx.now },
          next,
        )
        const isOver = approval.state !== 'running'
        const after = { ...before, ...following(approval, ctx.now), decidedAt: isOver ? ctx.now : null }
        await foundings.in(tx).put(after)
        await follow(tx, ctx, after, before.approval, { verdict, reason, told })
        states = [before.approval.state, approval.state]
        return { state: approval.state }
      },
      () => ({
        subject: `${foundings.name}/${foundingId}`,
        before: { state: states[0] },
        after: { state: states[1], verdict },
      }),
    )
  },
)

function nextApprovers({ nodes, at }: Approval): Promise<string[]> {
  const next = nodes[at + 1]
  return next ? holdersOf(next.role).then(ids => ids.slice(0, APPROVERS_MAX)) : Promise.resolve([])
}

/** What a decision leads to besides itself. */
async function follow(
  tx: Transaction,
  ctx: EmployeeContext,
  founding: FoundingDocument,
  before: Approval,
  {
    verdict,
    reason,
    told,
  }: { verdict: 'approve' | 'refuse'; reason: string | null; told: readonly string[] },
): Promise<void> {
  const outcome = outcomeOf(before, verdict)
  if (outcome === 'moves') await tellApprovers(tx, ctx, founding, { told })
  if (outcome === 'approved') await found(tx, ctx, founding)
  if (outcome === 'approved' || outcome === 'refused')
    await tellApplicant(tx, ctx, founding, {
      approved: outcome === 'approved',
      reason,
      by: ctx.employee.name,
    })
}

/** The association begins with its founder as president and first member. */
async function found(
  tx: Transaction,
  { now, employee }: EmployeeContext,
  { _id, name, category, site, headline, intro, reason, applicant }: FoundingDocument,
): Promise<void> {
  await associations.in(tx).insert({
    _id,
    name,
    coverFileId: '',
    site,
    category,
    members: 1,
    president: applicant,
    headline,
    intro,
    foundedOn: dayOf(now),
    questions: [],
    open: true,
  })
  const by = { employeeId: employee.id, name: employee.name }
  await memberships.in(tx).put({
    _id: membershipIdOf(_id, applicant.employeeId),
    associationId: _id,
    associationName: name,
    associationCoverFileId: '',
    employeeId: applicant.employeeId,
    applicant,
    answers: [],
    reason,
    state: 'member',
    appliedAt: now,
    appliedKey: sortKey(now, membershipIdOf(_id, applicant.employeeId)),
    decidedKey: sortKey(now, membershipIdOf(_id, applicant.employeeId)),
    remindAt: null,
    trail: [{ action: 'approve', by, at: now, reason: '创会会长' }],
  })
  await grantRole(tx, applicant.employeeId, { role: 'president', scopeId: _id })
}
