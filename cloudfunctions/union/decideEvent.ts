import { type Approval, afterDecision } from '@domain/approval/flow'
import { Refusal, refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { endProposed, openProposed, reshapeAgreed } from '../booking/public'
import { tellAsker } from './approvalNotices'
import { eventLines, sessionLines } from './eventChange'
import { following, nameFor, turnOf } from './foundingTurn'
import { eventMatter } from './matters'
import { settle } from './messages'
import { type EventDocument, events } from './store'

const REFUSED = '工会没有同意'

export const decideEvent = handle(
  union.decideEvent,
  async (ctx, { eventId, version, verdict, reason = null }) => {
    refuse(verdict === 'refuse' && reason === null, 'UNION_REASON_NEEDED', ['reason'])
    // Written in the transaction, read after it; a transaction that runs again writes it again.
    let states: [before: string, after: string] = ['', '']

    const result = await ctx.transaction(
      async tx => {
        const event = await events.in(tx).require(eventId, 'UNION_EVENT_MISSING')
        const { approval } = event
        const approverId = approval && turnOf(approval, ctx.employee, ctx.now)
        if (!approval || approverId === null) throw new Refusal('UNION_NOT_YOUR_TURN')
        refuse((event.version ?? 0) !== version, 'UNION_EVENT_CHANGED')
        const by = { employeeId: ctx.employee.id, name: nameFor(ctx.employee, approverId) }
        // The flow of events has one node: nobody decides after it.
        const after = afterDecision(approval, { approverId, verdict, by, reason, at: ctx.now }, [])
        await follow(tx, ctx, event, after, reason)
        states = [approval.state, after.state]
        return { state: after.state }
      },
      () => ({
        subject: `${events.name}/${eventId}`,
        before: { state: states[0] },
        after: { state: states[1], verdict, version },
      }),
    )
    await settle('event', [eventId], ctx.now)
    return result
  },
)

/** What a decision leads to: of an event that nobody may join yet, or of a change of one that people have joined. */
async function follow(
  tx: Transaction,
  ctx: EmployeeContext,
  event: EventDocument,
  after: Approval,
  reason: string | null,
): Promise<void> {
  const isApproved = after.state === 'approved'
  const decided = { ...following(after, ctx.now), decidedAt: ctx.now }
  if (event.change) {
    const agreed = isApproved ? await carryOut(tx, ctx, event, event.change) : {}
    await events.in(tx).update(event._id, { ...decided, ...agreed, change: null })
  } else {
    // The timer ends it within minutes: see `lapseEvent`.
    refuse(isApproved && ctx.now >= event.startsAt, 'UNION_EVENT_OVER')
    await events.in(tx).update(event._id, decided)
    const isFollowed = isApproved
      ? await openProposed(tx, event._id)
      : await endProposed(tx, event._id, reason ?? REFUSED)
    // Its host has called it off.
    refuse(!isFollowed, 'UNION_NOT_YOUR_TURN')
  }
  await tellAsker(tx, ctx, eventMatter(event), { isApproved, reason, by: ctx.employee.name })
}

/** The event and its seats become what its host wished; the places follow by the timer. */
async function carryOut(
  tx: Transaction,
  { now }: EmployeeContext,
  { _id, startsAt }: EventDocument,
  change: NonNullable<EventDocument['change']>,
) {
  refuse(now >= Math.min(startsAt, change.startsAt), 'UNION_EVENT_OVER')
  const hindrance = await reshapeAgreed(tx, _id, sessionLines(change, now))
  refuse(hindrance === 'over', 'UNION_EVENT_OVER')
  refuse(hindrance === 'seatsTaken', 'UNION_EVENT_SEATS_TAKEN')
  return eventLines(_id, change)
}
