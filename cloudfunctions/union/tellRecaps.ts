import { plainTextOf } from '@domain/kernel/richText'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { attendeesOf } from '../booking/public'
import { notify } from '../notice/public'
import { type EventDocument, events } from './store'

/** What one run does at most; the next minute goes on where this one stopped. */
const EVENTS_MAX = 5
const TOLD_MAX = 40
const WORDS_MAX = 60

/**
 * Tells those who were at an event that its host has told how it was. Notices and how far it has come change in one
 * transaction, so that a crash tells nobody twice and forgets nobody; a timer calls it.
 */
export async function tellRecaps(now: Instant, shift: Shift): Promise<{ told: number }> {
  const telling = await events.find({
    where: { tellingAfter: _.gte('') },
    orderBy: [['tellingAfter', 'asc']],
    limit: EVENTS_MAX,
    fields: ['_id', 'tellingAfter'],
  })
  let told = 0
  await eachWhile(shift, telling, async ({ _id, tellingAfter }) => {
    told += await tellSome(_id, tellingAfter ?? '', now)
  })
  return { told }
}

async function tellSome(eventId: string, after: string, now: Instant): Promise<number> {
  const attendees = await attendeesOf(eventId, after, TOLD_MAX)
  const last = attendees.length < TOLD_MAX ? null : (attendees.at(-1)?.queueKey ?? null)
  return transaction(async tx => {
    const event = await events.in(tx).get(eventId)
    // Another run has been here, or the words were taken back before everybody was told.
    if (event?.tellingAfter !== after) return 0
    await events.in(tx).update(eventId, { tellingAfter: event.recap ? last : null })
    const due = event.recap
      ? attendees.filter(({ employeeId }) => employeeId !== event.recap?.by.employeeId)
      : []
    for (const { employeeId } of due)
      await notify(tx, { _id: ulid(now), employeeId, ...noticeOf(event), at: now })
    return due.length
  })
}

function noticeOf({ _id, title, recap }: EventDocument) {
  return {
    kind: 'union' as const,
    title: `「${title}」的回顾来了`,
    body: [...plainTextOf(recap?.words ?? []).replace(/\n/g, ' ')].slice(0, WORDS_MAX).join(''),
    target: { kind: 'event' as const, id: _id },
  }
}
