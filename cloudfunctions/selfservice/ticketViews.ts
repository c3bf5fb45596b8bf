import type { Instant } from '@domain/kernel/time'
import { isOpenTicket, mayRate, mayReopen, mayTalk, ticketActionsFor } from '@domain/selfservice/ticket'
import type { TicketCardView, TicketDetail, TicketMessageView } from '@domain/selfservice/ticketContract'
import { isOverdue } from '@domain/selfservice/ticketDeadline'
import type * as z from 'zod'
import type { MessageDocument, TicketDocument } from './ticketDocuments'

/** As whom somebody looks at a ticket. Whoever wrote it is its owner alone, also if they work on others. */
export type Side = 'owner' | 'handler'
/** With whom it is the same: they see how it stands, and neither whose it is nor what was said. */
export type Onlooker = 'follower'

export function cardOf(ticket: TicketDocument, now: Instant): TicketCardView {
  const { _id, number, category, icon, title, site, place, state, submittedAt, dueAt, requester } = ticket
  const { assigneeId, assigneeName, version, urgency = 'soon', followerIds = [] } = ticket
  return {
    ticketId: _id,
    urgency,
    followers: followerIds.length,
    ...{ number, category, icon, title, site, place, state, submittedAt, dueAt, requester, version },
    overdue: isOpenTicket(state) && isOverdue(ticket, now),
    assignee: assigneeId === '' ? null : { employeeId: assigneeId, name: assigneeName },
  }
}

const COLLEAGUE = { employeeId: '', name: '同事', site: '', department: '' }

/** A colleague's ticket for whoever follows it. */
export function followedOf(ticket: TicketDocument, now: Instant): TicketCardView {
  return { ...cardOf(ticket, now), requester: COLLEAGUE }
}

export function onlookerDetailOf(ticket: TicketDocument, now: Instant): z.infer<typeof TicketDetail> {
  const shown = ticket.trail.filter(({ action }) => action !== 'escalate')
  return {
    ...followedOf(ticket, now),
    ...{ answers: [], closesAt: null, rating: null, actions: [], canTalk: false, canRate: false },
    trail: shown.map(({ action, at }) => ({ action, at, by: '', note: null })),
  }
}

export function detailOf(ticket: TicketDocument, side: Side, now: Instant): z.infer<typeof TicketDetail> {
  const { answers, trail, closesAt, rating, state } = ticket
  const actions = ticketActionsFor(state, side)
  return {
    ...cardOf(ticket, now),
    ...{ answers, closesAt, rating },
    // Whom a deadline was told of is the handlers' business.
    trail: side === 'owner' ? trail.filter(({ action }) => action !== 'escalate') : trail,
    actions: actions.filter(action => action !== 'reopen' || mayReopen(ticket, now)),
    canTalk: mayTalk(state),
    canRate: side === 'owner' && mayRate(ticket),
  }
}

/** A picture that has not been looked at is shown to whoever sent it alone. */
export function messageOf(message: MessageDocument, viewerId: string): TicketMessageView {
  const { _id, side, by, body, images, at } = message
  const seen = images.filter(({ state }) => state === 'passed' || by.employeeId === viewerId)
  const shown = seen.map(({ fileId, state }) => ({ fileId, checking: state === 'checking' }))
  return { messageId: _id, side, by: { ...by, face: null }, body, images: shown, at }
}
