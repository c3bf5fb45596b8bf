import type { Instant } from '../kernel/time'
import { WORKING_DAY_MS } from '../kernel/workingDay'
import { workingTimeAt } from '../kernel/workingTime'

export const ticketStates = [
  'submitted',
  'assigned',
  'inProgress',
  'waiting',
  'resolved',
  'reopened',
  'confirmed',
  'closed',
  'cancelled',
] as const
export type TicketState = (typeof ticketStates)[number]

export const ticketActions = [
  'submit',
  'assign',
  'start',
  'ask',
  'answer',
  'resume',
  'resolve',
  'confirm',
  'reopen',
  'cancel',
  'decline',
  'close',
] as const
export type TicketAction = (typeof ticketActions)[number]

/** `owner` wrote the ticket, `handler` may work on it, `clock` is a timer. */
export type TicketActor = 'owner' | 'handler' | 'clock'

interface Transition {
  from: readonly (TicketState | 'none')[]
  to: TicketState
  by: TicketActor
}

/** Every transition that exists; whatever isn't here is refused, by the server and by the page's buttons alike. */
export const ticketTable: Record<TicketAction, Transition> = {
  submit: { from: ['none'], to: 'submitted', by: 'owner' },
  /** Also while the owner is waited for: whoever asked may be gone. */
  assign: {
    from: ['submitted', 'assigned', 'inProgress', 'waiting', 'reopened'],
    to: 'assigned',
    by: 'handler',
  },
  start: { from: ['assigned'], to: 'inProgress', by: 'handler' },
  ask: { from: ['inProgress'], to: 'waiting', by: 'handler' },
  answer: { from: ['waiting'], to: 'inProgress', by: 'owner' },
  resume: { from: ['waiting'], to: 'inProgress', by: 'handler' },
  resolve: { from: ['inProgress', 'waiting'], to: 'resolved', by: 'handler' },
  confirm: { from: ['resolved'], to: 'confirmed', by: 'owner' },
  reopen: { from: ['resolved', 'confirmed', 'closed'], to: 'reopened', by: 'owner' },
  cancel: {
    from: ['submitted', 'assigned', 'inProgress', 'waiting', 'reopened'],
    to: 'cancelled',
    by: 'owner',
  },
  decline: { from: ['submitted', 'assigned', 'reopened'], to: 'cancelled', by: 'handler' },
  close: { from: ['resolved', 'confirmed'], to: 'closed', by: 'clock' },
}

/** The state that follows when this actor does it, or null where the table has no such transition. */
export function nextTicketState(
  state: TicketState | null,
  action: TicketAction,
  actor: TicketActor,
): TicketState | null {
  const { from, to, by } = ticketTable[action]
  return by === actor && from.includes(state ?? 'none') ? to : null
}

/** What an actor may do with a ticket, in the order of the table; taking part by words (`answer`) is no button. */
export function ticketActionsFor(state: TicketState, actor: TicketActor): TicketAction[] {
  return ticketActions.filter(action => nextTicketState(state, action, actor) !== null)
}

/** The columns of the administrator's board. */
export const ticketColumns = ['incoming', 'working', 'asking', 'done', 'over'] as const
export type TicketColumn = (typeof ticketColumns)[number]

const columnOf: Record<TicketState, TicketColumn> = {
  submitted: 'incoming',
  reopened: 'incoming',
  assigned: 'working',
  inProgress: 'working',
  waiting: 'asking',
  resolved: 'done',
  confirmed: 'done',
  closed: 'over',
  cancelled: 'over',
}

/** The column of the board that a state stands in. */
export const ticketColumn = (state: TicketState): TicketColumn => columnOf[state]

/** What somebody still has to do something about. */
export const openColumns: readonly TicketColumn[] = ['incoming', 'working', 'asking']
/** Whether somebody still has to do something about it. */
export const isOpenTicket = (state: TicketState): boolean => openColumns.includes(columnOf[state])

/** Words may be exchanged until nobody listens any more. */
export const mayTalk = (state: TicketState): boolean => columnOf[state] !== 'over'

/** Nobody answers a resolved ticket for so many working days: it is closed. */
export const AUTO_CLOSE_WORKING_DAYS = 3
/** After it was resolved, for so many working days, the employee may say that it was not. */
export const REOPEN_WORKING_DAYS = 5

/** Whether the employee may still say that it was not resolved: working time alone counts, the last moment with it. */
export function mayReopen({ resolvedAt }: { resolvedAt: Instant | null }, now: Instant): boolean {
  if (resolvedAt === null) return false
  return workingTimeAt(now) - workingTimeAt(resolvedAt) <= REOPEN_WORKING_DAYS * WORKING_DAY_MS
}

/** A rating is given once, to what was confirmed or closed after having been resolved. */
export function mayRate(ticket: {
  state: TicketState
  resolvedAt: Instant | null
  rating: unknown
}): boolean {
  const { state, resolvedAt, rating } = ticket
  return (state === 'confirmed' || state === 'closed') && resolvedAt !== null && rating === null
}
