import { reminderAfter } from '@domain/approval/flow'
import type { Instant } from '@domain/kernel/time'
import { membershipReminderAfter } from '@domain/union/lateness'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { tellDeciders, tellStranded } from './approvalNotices'
import { answering, hearingOf } from './deciders'
import { applicationMatter, eventMatter, foundingMatter } from './matters'
import { associations, events, foundings, type MembershipDocument, memberships } from './store'

/** What one run looks at of each kind; the next one goes on. */
const DOCUMENTS_MAX = 50

/**
 * Reminds those who have let an application lie, and whoever does their work while they are away, once each time it is
 * due again; the longest due first. What nobody can decide any more is due no more.
 */
export async function remindLate(now: Instant, shift: Shift): Promise<{ reminded: number }> {
  const due = {
    where: { remindAt: _.lte(now) },
    orderBy: [['remindAt', 'asc']] as const,
    limit: DOCUMENTS_MAX,
  }
  const [lateFoundings, lateMemberships, lateEvents] = await Promise.all([
    foundings.find(due),
    memberships.find(due),
    events.find(due),
  ])
  let reminded = 0
  await eachWhile(shift, lateFoundings, async ({ _id, approval, openIds }) => {
    reminded += await remindOfFounding(_id, await hearingOf(approval, openIds, now), now)
  })
  await eachWhile(shift, lateMemberships, async late => {
    reminded += await remindOfMembership(late, now)
  })
  await eachWhile(shift, lateEvents, async ({ _id, approval, openIds }) => {
    const told = approval ? await hearingOf(approval, openIds, now) : []
    reminded += await remindOfEvent(_id, told, now)
  })
  return { reminded }
}

const writerAt = (now: Instant) => ({ now, newId: () => ulid(now) })

function remindOfFounding(foundingId: string, told: readonly string[], now: Instant): Promise<number> {
  return transaction(async tx => {
    const founding = await foundings.in(tx).get(foundingId)
    if (!founding || founding.remindAt === null || founding.remindAt > now) return 0
    await foundings.in(tx).update(foundingId, { remindAt: reminderAfter(founding.approval, now) })
    await tellDeciders(tx, writerAt(now), foundingMatter(founding), { told, late: true })
    return told.length
  })
}

function remindOfEvent(eventId: string, told: readonly string[], now: Instant): Promise<number> {
  return transaction(async tx => {
    const event = await events.in(tx).get(eventId)
    if (!event || event.remindAt === null || event.remindAt > now) return 0
    const { approval } = event
    await events.in(tx).update(eventId, { remindAt: approval && reminderAfter(approval, now) })
    if (!approval) return 0
    await tellDeciders(tx, writerAt(now), eventMatter(event), { told, late: true })
    return told.length
  })
}

async function remindOfMembership(
  { _id, associationId, employeeId: applicantId }: MembershipDocument,
  now: Instant,
): Promise<number> {
  const association = await associations.get(associationId)
  const told = association ? await answering(association, applicantId, now) : []
  return transaction(async tx => {
    const membership = await memberships.in(tx).get(_id)
    if (!membership || membership.remindAt === null || membership.remindAt > now) return 0
    const { applicant, appliedAt, associationName, reason, state } = membership
    const waits = association !== null && state === 'pending'
    const remindAt = waits ? membershipReminderAfter(appliedAt, now) : null
    const stranded = waits && told.length === 0
    await memberships.in(tx).update(_id, { remindAt, stranded })
    if (!waits) return 0
    if (stranded && membership.stranded !== true)
      await tellStranded(tx, writerAt(now), applicationMatter(membership), { level: '会长', keepers: [] })
    for (const employeeId of told)
      await notify(tx, {
        _id: ulid(now),
        employeeId,
        kind: 'todo',
        from: applicant.name,
        fromId: applicant.employeeId,
        title: `${applicant.name}还在等${associationName}的回复`,
        body: reason,
        at: now,
        target: { kind: 'application', id: _id },
      })
    return told.length
  })
}
