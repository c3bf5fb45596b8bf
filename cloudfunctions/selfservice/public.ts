import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { tickets } from './store'
import type { TicketDocument } from './ticketDocuments'
import { sitesWhere } from './ticketReading'

export { exportOf, forget } from './ownPart'

/** The tickets that wait for a handler: nobody's, and their own that are not resolved; at most 50. One request. */
export async function waitingTickets(viewer: Pick<Employee, 'id' | 'grants'>): Promise<WaitingItem[]> {
  const found = await tickets.find({
    where: {
      ...sitesWhere(viewer),
      assigneeId: _.in(['', viewer.id]),
      column: _.in(['incoming', 'working'] as const),
    },
    orderBy: [['boardKey', 'asc']],
    limit: WAITING_MAX,
  })
  return found.map(waitingOf)
}

function waitingOf(ticket: TicketDocument): WaitingItem {
  const { _id, category, site, place, requester, title, submittedAt } = ticket
  return {
    kind: 'ticket',
    id: _id,
    place: `${category} · ${site}`,
    person: requester,
    title,
    summary: place,
    since: submittedAt,
  }
}
