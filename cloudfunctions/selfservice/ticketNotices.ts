import type { Instant } from '@domain/kernel/time'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { isUnread, notify, reword, settleTodos } from '../notice/public'
import type { TicketDocument, Told } from './ticketDocuments'

interface Word {
  employeeId: string
  title: string
  body: string
  /** Whether somebody has to do something about it. */
  todo?: boolean
}

/** Tells one person of a ticket, inside the transaction. One request. */
export async function tellOf(
  tx: Transaction,
  ctx: Pick<EmployeeContext, 'newId' | 'now'>,
  ticket: Pick<TicketDocument, '_id'>,
  { employeeId, title, body, todo = false }: Word,
): Promise<void> {
  await notify(tx, {
    _id: ctx.newId(`notice ${ticket._id} ${employeeId}`),
    employeeId,
    kind: todo ? 'todo' : 'service',
    title,
    body,
    at: ctx.now,
    target: { kind: 'ticket', id: ticket._id },
  })
}

/** Tells those with whom it is the same how it has ended, inside the transaction. One request each. */
export async function tellFollowers(
  tx: Transaction,
  ctx: Pick<EmployeeContext, 'newId' | 'now'>,
  ticket: TicketDocument,
  { title, body }: Pick<Word, 'title' | 'body'>,
): Promise<void> {
  for (const employeeId of ticket.followerIds ?? [])
    await tellOf(tx, ctx, ticket, { employeeId, title, body })
}

/** Nobody has anything left to do about the step before, whoever has done it. After the commit; one request. */
export function settleTickets(ids: readonly string[], now: Instant): Promise<void> {
  return settleTodos({ target: 'ticket', ids, becomes: 'service', until: now - 1 })
}

/**
 * Tells of new words: one notice for all that was said since the last look, so that a lively conversation fills nobody's
 * inbox. Inside the transaction; two requests, one the first time.
 */
export async function tellWords(
  tx: Transaction,
  ctx: EmployeeContext,
  ticket: TicketDocument,
  to: { employeeId: string; told: Told | null; words: string },
): Promise<Told> {
  const { employeeId, told, words } = to
  if (told?.employeeId === employeeId && (await isUnread(tx, told.noticeId))) {
    const count = told.count + 1
    await reword(tx, told.noticeId, `${ticket.category}有 ${count} 条新留言`)
    return { ...told, count }
  }
  const noticeId = ctx.newId(`words ${ticket._id}`)
  await notify(tx, {
    _id: noticeId,
    employeeId,
    kind: 'service',
    title: `${ticket.category}有新留言`,
    body: words,
    at: ctx.now,
    target: { kind: 'ticket', id: ticket._id },
  })
  return { noticeId, employeeId, count: 1 }
}
