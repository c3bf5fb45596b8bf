import type { TicketAction, TicketActor, TicketState } from '@domain/selfservice/ticket'

type Moves = Partial<Record<TicketState, TicketAction[]>>

/** What each actor may do from each state, written out: the table must say this and nothing else. */
const owner: Moves = {
  submitted: ['cancel'],
  assigned: ['cancel'],
  inProgress: ['cancel'],
  waiting: ['answer', 'cancel'],
  reopened: ['cancel'],
  resolved: ['confirm', 'reopen'],
  confirmed: ['reopen'],
  closed: ['reopen'],
}
const handler: Moves = {
  submitted: ['assign', 'decline'],
  reopened: ['assign', 'decline'],
  assigned: ['assign', 'start', 'decline'],
  inProgress: ['assign', 'ask', 'resolve'],
  waiting: ['assign', 'resume', 'resolve'],
}
const clock: Moves = { resolved: ['close'], confirmed: ['close'] }

export const ticketMoves: Record<TicketActor, Moves> = { owner, handler, clock }

/** And what each of them leads to. */
export const ticketMoveTo: Record<Exclude<TicketAction, 'submit'>, TicketState> = {
  assign: 'assigned',
  start: 'inProgress',
  ask: 'waiting',
  answer: 'inProgress',
  resume: 'inProgress',
  resolve: 'resolved',
  confirm: 'confirmed',
  reopen: 'reopened',
  cancel: 'cancelled',
  decline: 'cancelled',
  close: 'closed',
}
