import type { Instant } from '@domain/kernel/time'
import { handlersAt, leadAt } from '@domain/selfservice/ticketCategory'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { removeFiles } from '@platform/storage'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { afterVerdicts, receiveVerdict, verdictsOn } from '../forum/public'
import { notify } from '../notice/public'
import { categories, messages, tickets } from './store'
import type { TicketDocument } from './ticketDocuments'
import { hearingAt } from './ticketReading'
import { afterTicketStep } from './ticketSteps'

/** What one look at the database brings; the next goes on where this one stopped. */
const AT_ONCE = 50

/** Tells of each ticket whose deadline has passed, once: the lead, or who is there instead; a timer calls it. */
export async function escalateTickets(now: Instant, shift: Shift): Promise<number> {
  const due = await tickets.find({
    where: { escalateAt: _.lte(now) },
    orderBy: [['escalateAt', 'asc']],
    limit: AT_ONCE,
    fields: ['_id', 'categoryId', 'site'],
  })
  let told = 0
  await eachWhile(shift, due, async one => {
    const category = await categories.get(one.categoryId)
    const named = category ? [leadAt(category, one.site) ?? []].flat() : []
    const others = category ? handlersAt(category, one.site) : []
    if (await escalate(one._id, await hearingAt({ site: one.site, named, others }), now)) told += 1
  })
  return told
}

function escalate(ticketId: string, hearing: readonly string[], now: Instant): Promise<boolean> {
  return transaction(async tx => {
    const ticket = await tickets.in(tx).get(ticketId)
    // Resolved, paused or told by another run since.
    if (!ticket || ticket.escalateAt === null || ticket.escalateAt > now) return false
    await tickets.in(tx).update(ticketId, {
      escalateAt: null,
      escalatedAt: now,
      late: true,
      trail: [...ticket.trail, { action: 'escalate', at: now, by: '', note: null }],
    })
    for (const employeeId of hearing)
      await notify(tx, {
        _id: ulid(now),
        employeeId,
        kind: 'todo',
        title: `${ticket.category}超时了，${ticket.assigneeName || '还没有人接'}`,
        body: `${ticket.place}：${ticket.title}`,
        at: now,
        target: { kind: 'ticket', id: ticketId },
      })
    return true
  })
}

/** Closes what was resolved and is left so; a timer calls it. */
export async function closeTickets(now: Instant, shift: Shift): Promise<number> {
  const due = await tickets.find({
    where: { closesAt: _.lte(now) },
    orderBy: [['closesAt', 'asc']],
    limit: AT_ONCE,
    fields: ['_id'],
  })
  let closed = 0
  await eachWhile(shift, due, async ({ _id }) => {
    if (await close(_id, now)) closed += 1
  })
  return closed
}

function close(ticketId: string, now: Instant): Promise<boolean> {
  return transaction(async tx => {
    const ticket = await tickets.in(tx).get(ticketId)
    if (!isDone(ticket, now)) return false
    const step = { action: 'close', actor: 'clock', by: '', at: now } as const
    await tickets.in(tx).update(ticketId, { ...afterTicketStep(ticket, step) })
    return true
  })
}

function isDone(ticket: TicketDocument | null, now: Instant): ticket is TicketDocument {
  return ticket !== null && ticket.closesAt !== null && ticket.closesAt <= now
}

/** As many messages as one read can return: those without a verdict yet keep none behind them waiting. */
const PICTURED_AT_ONCE = 1_000

/** Shows the pictures that WeChat has passed and takes the others away; a timer calls it. */
export async function settleTicketPictures(now: Instant): Promise<number> {
  const checking = await messages.find({
    where: { imagesState: 'checking' },
    orderBy: [['at', 'asc']],
    limit: PICTURED_AT_ONCE,
    fields: ['_id', 'images', 'at'],
  })
  if (checking.length === 0) return 0
  const traces = checking.flatMap(({ images }) => images.map(({ traceId }) => traceId))
  const verdicts = await verdictsOn(traces)
  let settled = 0
  for (const { _id, images, at } of checking) {
    const left = afterVerdicts(images, verdicts, now - at)
    if (left === null) continue
    const gone = images.filter(({ traceId }) => !left.some(image => image.traceId === traceId))
    // Nobody sees what is not passed: it may wait for storage.
    if (gone.length > 0 && !(await removeFiles(gone.map(({ fileId }) => fileId)))) continue
    settled += await messages.updateWhere(
      { _id, imagesState: 'checking' },
      { images: left, imagesState: 'done' },
    )
  }
  return settled
}

/**
 * WeChat's event `wxa_media_check`, which reaches one function of the environment: whichever it is, the verdict is
 * written where the forum keeps all of them.
 */
export async function receiveTicketVerdict(event: Record<string, unknown>): Promise<{ settled: number }> {
  await receiveVerdict(event)
  return { settled: await settleTicketPictures(Date.now()) }
}
