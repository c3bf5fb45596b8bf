import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import type { Instant } from '@domain/kernel/time'
import { openColumns } from '@domain/selfservice/ticket'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { ridesOf } from './rides'
import { currentTimetables, linesIn, shuttleAlong } from './shuttleReading'
import { type FavouriteDocument, type ShuttleDocument, tickets } from './store'
import type { TicketDocument } from './ticketDocuments'
import { sitesWhere } from './ticketReading'

export { ticketsResolvedOn } from './dayFigures'
export { exportOf, forget } from './ownPart'
export { shuttleAlong }

/** The bus that leaves next from one of the caller's own stops; null without one. Two requests, none without a favourite line. */
export async function nextRide(
  { shuttle, favourites }: { shuttle: readonly ShuttleDocument[]; favourites: readonly FavouriteDocument[] },
  now: Instant,
): Promise<ReturnType<typeof ridesOf>[number] | null> {
  if (favourites.length === 0) return null
  const current = await currentTimetables(shuttle[0], now)
  const documents = await linesIn(
    current,
    favourites.map(({ lineId }) => lineId),
  )
  return ridesOf(current, favourites, documents, now)[0] ?? null
}

const OPEN_TICKETS_MAX = 99

/** Those that somebody still has to do something about, the latest first. */
const open = {
  where: { column: _.in([...openColumns]) },
  orderBy: [['_id', 'desc']] as const,
  limit: OPEN_TICKETS_MAX,
  fields: ['_id'] as const,
}

/** How many tickets of a person are open, counted up to 99. One request. */
export async function ticketsOpen(employeeId: string): Promise<number> {
  return (await tickets.find({ ...open, where: { ...open.where, employeeId } })).length
}

/** Those of the caller, for a screen that reads them along and counts them. */
export const openTicketsAlong = () => tickets.along({ ...open, ofCaller: 'employeeId' })

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
