import { afterDecision } from '@domain/approval/flow'
import { Refusal, refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { endProposed, openProposed } from '../booking/public'
import { eventMatter, tellAsker } from './approvalNotices'
import { following, nameFor, turnOf } from './foundingTurn'
import { type EventDocument, events } from './store'

const REFUSED = '工会没有同意'

export const decideEvent = handle(union.decideEvent, async (ctx, { eventId, verdict, reason = null }) => {
  refuse(verdict === 'refuse' && reason === null, 'UNION_REASON_NEEDED', ['reason'])
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let states: [before: string, after: string] = ['', '']

  return ctx.transaction(
    async tx => {
      const event = await events.in(tx).require(eventId, 'UNION_EVENT_MISSING')
      const { approval } = event
      const approverId = approval && turnOf(approval, ctx.employee, ctx.now)
      if (!approval || approverId === null) throw new Refusal('UNION_NOT_YOUR_TURN')
      const by = { employeeId: ctx.employee.id, name: nameFor(ctx.employee, approverId) }
      // The flow of events has one node: nobody decides after it.
      const after = afterDecision(approval, { approverId, verdict, by, reason, at: ctx.now }, [])
      await events.in(tx).update(eventId, following(after, ctx.now))
      await follow(tx, ctx, event, after.state === 'approved', reason)
      states = [approval.state, after.state]
      return { state: after.state }
    },
    () => ({
      subject: `${events.name}/${eventId}`,
      before: { state: states[0] },
      after: { state: states[1], verdict },
    }),
  )
})

/** What a decision leads to besides itself. */
async function follow(
  tx: Transaction,
  ctx: EmployeeContext,
  event: EventDocument,
  approved: boolean,
  reason: string | null,
): Promise<void> {
  const isFollowed = approved
    ? await openProposed(tx, event._id)
    : await endProposed(tx, event._id, reason ?? REFUSED)
  // Its host has called it off.
  refuse(!isFollowed, 'UNION_NOT_YOUR_TURN')
  await tellAsker(tx, ctx, eventMatter(event), { isApproved: approved, reason, by: ctx.employee.name })
}
