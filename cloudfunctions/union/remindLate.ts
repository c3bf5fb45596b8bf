import { reminderAfter } from '@domain/approval/flow'
import type { Instant } from '@domain/kernel/time'
import { membershipReminderAfter } from '@domain/union/lateness'
import { _ } from '@platform/cloud'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { tellDeciders } from './eventNotices'
import { tellApprovers } from './foundingNotices'
import { associations, events, foundings, memberships } from './store'

/** What one run looks at of each kind; the next one goes on. */
const DOCUMENTS_MAX = 50

/** Reminds those who have let an application lie, once each time it is due again. */
export async function remindLate(now: Instant): Promise<{ reminded: number }> {
  const due = { where: { remindAt: _.lte(now) }, limit: DOCUMENTS_MAX, fields: ['_id'] as const }
  const [lateFoundings, lateMemberships, lateEvents] = await Promise.all([
    foundings.find(due),
    memberships.find(due),
    events.find(due),
  ])
  let reminded = 0
  for (const { _id } of lateFoundings) reminded += await remindOfFounding(_id, now)
  for (const { _id } of lateMemberships) reminded += await remindOfMembership(_id, now)
  for (const { _id } of lateEvents) reminded += await remindOfEvent(_id, now)
  return { reminded }
}

function remindOfFounding(foundingId: string, now: Instant): Promise<number> {
  return transaction(async tx => {
    const founding = await foundings.in(tx).get(foundingId)
    if (!founding || founding.remindAt === null || founding.remindAt > now) return 0
    await foundings.in(tx).update(foundingId, { remindAt: reminderAfter(founding.approval, now) })
    await tellApprovers(tx, { now, newId: () => ulid(now) }, founding)
    return founding.openIds.length
  })
}

function remindOfEvent(eventId: string, now: Instant): Promise<number> {
  return transaction(async tx => {
    const event = await events.in(tx).get(eventId)
    if (!event?.approval || event.remindAt === null || event.remindAt > now) return 0
    await events.in(tx).update(eventId, { remindAt: reminderAfter(event.approval, now) })
    await tellDeciders(tx, { now, newId: () => ulid(now) }, event)
    return event.openIds.length
  })
}

function remindOfMembership(membershipId: string, now: Instant): Promise<number> {
  return transaction(async tx => {
    const membership = await memberships.in(tx).get(membershipId)
    if (!membership || membership.remindAt === null || membership.remindAt > now) return 0
    const association = await associations.in(tx).get(membership.associationId)
    if (!association) return 0
    const { applicant, appliedAt, associationName, reason } = membership
    await memberships.in(tx).update(membershipId, { remindAt: membershipReminderAfter(appliedAt, now) })
    await notify(tx, {
      _id: ulid(now),
      employeeId: association.president.employeeId,
      kind: 'todo',
      title: `${applicant.name}还在等${associationName}的回复`,
      body: reason,
      at: now,
      target: { kind: 'application', id: membershipId },
    })
    return 1
  })
}
