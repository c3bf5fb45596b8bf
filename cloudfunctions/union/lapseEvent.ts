import { type Approval, afterLapse } from '@domain/approval/flow'
import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { endProposed } from '../booking/public'
import { notify } from '../notice/public'
import { changeDropped } from './eventChange'
import { following } from './foundingTurn'
import { type EventDocument, events } from './store'

const UNANSWERED = '到开始的时候，工会还没有回复'

/**
 * An event that begins before anybody has agreed to it can't take place any more: it leaves the lists of those who were
 * to decide, and its host is told. Four requests inside the caller's transaction.
 */
export async function lapseEvent(
  tx: Transaction,
  { _id, host, title }: EventDocument,
  approval: Approval,
  now: Instant,
): Promise<void> {
  await events.in(tx).update(_id, following(afterLapse(approval, now), now))
  await endProposed(tx, _id, UNANSWERED)
  await notify(tx, {
    _id: ulid(now),
    employeeId: host.employeeId,
    kind: 'union',
    title: `「${title}」没有等到工会的同意`,
    body: `${UNANSWERED}，这一场没有办成。可以换个时间再建一场。`,
    at: now,
    target: { kind: 'event', id: _id },
  })
}

/** A change that nobody has agreed to in time is dropped, and its host is told. Two requests inside the caller's transaction. */
export async function lapseChange(tx: Transaction, event: EventDocument, now: Instant): Promise<void> {
  const { _id, host, title } = event
  await events.in(tx).update(_id, changeDropped(event, now))
  await notify(tx, {
    _id: ulid(now),
    employeeId: host.employeeId,
    kind: 'union',
    title: `「${title}」的改动没有等到工会的同意`,
    body: `${UNANSWERED}，这一场照原来的样子办。`,
    at: now,
    target: { kind: 'event', id: _id },
  })
}
