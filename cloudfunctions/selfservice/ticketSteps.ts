import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import {
  mayReopen,
  nextTicketState,
  type TicketAction,
  type TicketActor,
  ticketColumn,
} from '@domain/selfservice/ticket'
import { boardKeyOf, clockAfter, type TicketClock } from '@domain/selfservice/ticketDeadline'
import type { TicketDocument } from './ticketDocuments'

export interface TicketStep {
  action: TicketAction
  actor: TicketActor
  /** Who did it, by name. */
  by: string
  at: Instant
  note?: string | null
}

type Stepped = TicketClock &
  Pick<TicketDocument, 'state' | 'column' | 'boardKey' | 'version' | 'trail' | 'resolvedAt'>

/**
 * The fields of a ticket that a step changes.
 * @throws Refusal SELFSERVICE_TICKET_REFUSED where the table, or the time that has passed, does not let it
 */
export function afterTicketStep(ticket: TicketDocument, step: TicketStep): Stepped {
  const { action, actor, by, at, note = null } = step
  const to = nextTicketState(ticket.state, action, actor)
  if (to === null || (action === 'reopen' && !mayReopen(ticket, at)))
    throw new Refusal('SELFSERVICE_TICKET_REFUSED')
  const { dueAt, pausedWithMs, escalateAt, escalatedAt, closesAt, late } = ticket
  const clock = clockAfter(
    { dueAt, pausedWithMs, escalateAt, escalatedAt, closesAt, late },
    { action, to, targetHours: ticket.targetHours, now: at },
  )
  return {
    ...clock,
    state: to,
    column: ticketColumn(to),
    boardKey: boardKeyOf(ticket._id, clock, at),
    version: ticket.version + 1,
    trail: [...ticket.trail, { action, at, by, note }],
    resolvedAt: to === 'resolved' ? at : to === 'reopened' ? null : ticket.resolvedAt,
  }
}
