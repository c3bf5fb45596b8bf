import { reminderAfter } from '@domain/approval/flow'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { tellDeciders } from './eventNotices'
import { tellApprovers } from './foundingNotices'
import { events, foundings } from './store'

/** What one run looks at; the next one goes on. */
const DOCUMENTS_MAX = 50

/** Reminds those who have let an application lie, once each time it is due again. */
export async function remindLate(now: Instant): Promise<{ reminded: number }> {
  const late = await foundings.find({
    where: { remindAt: _.lte(now) },
    limit: DOCUMENTS_MAX,
    fields: ['_id'],
  })
  const lateEvents = await events.find({
    where: { remindAt: _.lte(now) },
    limit: DOCUMENTS_MAX,
    fields: ['_id'],
  })
  let reminded = 0
  for (const { _id } of late) reminded += await remindOf(_id, now)
  for (const { _id } of lateEvents) reminded += await remindOfEvent(_id, now)
  return { reminded }
}

function remindOf(foundingId: string, now: Instant): Promise<number> {
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
