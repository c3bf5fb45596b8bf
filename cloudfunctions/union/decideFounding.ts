import { type Approval, afterDecision, outcomeOf } from '@domain/approval/flow'
import { Refusal, refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { tellAsker, tellDeciders } from './approvalNotices'
import { decidersAt, hearingOf } from './deciders'
import { foundAssociation } from './foundAssociation'
import { assertNameFree } from './foundingName'
import { following, nameFor, turnOf } from './foundingTurn'
import { foundingMatter } from './matters'
import { settle } from './messages'
import { type FoundingDocument, foundings } from './store'

export const decideFounding = handle(
  union.decideFounding,
  async (ctx, { foundingId, verdict, reason = null }) => {
    refuse(verdict === 'refuse' && reason === null, 'UNION_REASON_NEEDED', ['reason'])
    const read = await foundings.require(foundingId, 'UNION_FOUNDING_MISSING')
    if (verdict === 'approve') await assertNameFree(read.name)
    const decided = agreedBy(read.approval, ctx)
    const next = await decidersAt(decided, read.approval.at + 1)
    const told = await hearingOf(decided, next, ctx.now)
    // Written in the transaction, read after it; a transaction that runs again writes it again.
    let states: [before: string, after: string] = ['', '']
    let settled = false

    const result = await ctx.transaction(
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
        settled = isOver || approval.at !== before.approval.at
        return { state: approval.state }
      },
      () => ({
        subject: `${foundings.name}/${foundingId}`,
        before: { state: states[0] },
        after: { state: states[1], verdict },
      }),
    )
    // Of several who decide together, each has what is theirs to do until all have.
    if (settled) await settle('founding', [foundingId], ctx.now - 1)
    return result
  },
)

/** The approval once the caller has agreed at the node where it stands: by it is told who decides at the next. */
function agreedBy(approval: Approval, { employee, now }: EmployeeContext): Approval {
  const approverId = turnOf(approval, employee, now) ?? employee.id
  const by = { employeeId: employee.id, name: employee.name }
  const { decisions } = afterDecision(
    approval,
    { approverId, verdict: 'approve', by, reason: null, at: now },
    [],
  )
  return { ...approval, decisions }
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
  const { id: employeeId, name } = ctx.employee
  const matter = foundingMatter(founding)
  if (outcome === 'moves') await tellDeciders(tx, ctx, matter, { told })
  if (outcome === 'approved') await foundAssociation(tx, founding, { by: { employeeId, name }, now: ctx.now })
  if (outcome === 'approved' || outcome === 'refused')
    await tellAsker(tx, ctx, matter, { isApproved: outcome === 'approved', reason, by: name })
}
