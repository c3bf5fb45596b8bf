import type { ParsedInputOf } from '@domain/kernel/contract'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { handlersAt } from '@domain/selfservice/ticketCategory'
import { handleWith } from '@platform/context'
import { colleaguesBy } from '../identity/public'
import { categories, tickets } from './store'
import type { TicketDocument } from './ticketDocuments'
import { messagesOf, requireSight } from './ticketReading'
import { detailOf, messageOf, onlookerDetailOf } from './ticketViews'

const along = ({ ticketId }: ParsedInputOf<typeof selfservice.openTicket>) => ({
  ticket: tickets.along({ where: { _id: ticketId }, limit: 1 }),
})

export const openTicket = handleWith(selfservice.openTicket, along, async (ctx, { ticketId }, read) => {
  const [ticket] = read.ticket
  if (!ticket) throw new Refusal('SELFSERVICE_TICKET_MISSING')
  const side = requireSight(ticket, ctx.employee)
  if (side === 'follower') return sight(ticket, ctx.now)
  const [said, handlers] = await Promise.all([
    messagesOf(ticketId, side),
    side === 'handler' ? colleaguesWhoMay(ticket) : [],
  ])
  return {
    ticket: detailOf(ticket, side, ctx.now),
    messages: said.map(message => messageOf(message, ctx.employee.id)),
    handling: side === 'handler',
    following: false,
    handlers,
    now: ctx.now,
  }
})

/** What somebody sees with whom it is the same. */
function sight(ticket: TicketDocument, now: Instant) {
  const ticketShown = onlookerDetailOf(ticket, now)
  return { ticket: ticketShown, messages: [], handling: false, following: true, handlers: [], now }
}

async function colleaguesWhoMay({ categoryId, site }: TicketDocument) {
  const category = await categories.get(categoryId)
  const ids = category ? handlersAt(category, site) : []
  return ids.length === 0 ? [] : colleaguesBy(ids)
}
