import { can, MALL_DESK, scopesOf } from '@domain/access/roles'
import { Refusal } from '@domain/kernel/errors'
import type { Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import { handlersAt } from '@domain/selfservice/ticketCategory'
import { ticketLimits } from '@domain/selfservice/ticketLimits'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import type * as z from 'zod'
import { colleaguesBy, peopleWith } from '../identity/public'
import { categories, messages } from './store'
import type { CategoryDocument, MessageDocument, TicketDocument } from './ticketDocuments'
import type { Onlooker, Side } from './ticketViews'

const HANDLE = 'selfservice.tickets.handle'
const CATEGORIES_MAX = 50
/** Each costs a request in the transaction of the ticket. */
const HEARING_MAX = 15
/** What closes a ticket is said beyond its limit, each time that it is opened again. */
const SHOWN_MAX = ticketLimits.messagesMax + 50

/** As whom somebody may look at a ticket; null: not at all. */
export function sideOf(ticket: Pick<TicketDocument, 'employeeId' | 'site'>, viewer: Employee): Side | null {
  if (ticket.employeeId === viewer.id) return 'owner'
  return can(viewer.grants, HANDLE, ticket.site) ? 'handler' : null
}

/** @throws Refusal SELFSERVICE_TICKET_MISSING also for whoever has nothing to do with it */
export function requireSide(
  ticket: Pick<TicketDocument, 'employeeId' | 'site'> | null | undefined,
  viewer: Employee,
): Side {
  const side = ticket ? sideOf(ticket, viewer) : null
  if (side === null) throw new Refusal('SELFSERVICE_TICKET_MISSING')
  return side
}

/** @throws Refusal SELFSERVICE_TICKET_MISSING also for whoever has nothing to do with it */
export function requireSight(
  ticket: Pick<TicketDocument, 'employeeId' | 'site' | 'followerIds'> | null | undefined,
  viewer: Employee,
): Side | Onlooker {
  if (ticket?.followerIds?.includes(viewer.id) && sideOf(ticket, viewer) === null) return 'follower'
  return requireSide(ticket, viewer)
}

/** A ticket as its handler; the work of another site does not exist for them, and their own is another's. */
export function requireHandling(ticket: TicketDocument, viewer: Employee): void {
  if (!can(viewer.grants, HANDLE, ticket.site)) throw new Refusal('SELFSERVICE_TICKET_MISSING')
  if (ticket.employeeId === viewer.id) throw new Refusal('SELFSERVICE_TICKET_NOT_YOURS')
}

/** The tickets of the sites that somebody works for, or of one of them; null: of none. */
export function sitesWhere(viewer: Pick<Employee, 'grants'>, site?: string) {
  if (site !== undefined) return can(viewer.grants, HANDLE, site) ? { site } : null
  const sites = scopesOf(viewer.grants, HANDLE)
  return sites === null ? {} : { site: _.in(sites) }
}

/** What was said last, the oldest first; the handlers' notes stay in the database for whoever must not see them. One request. */
export async function messagesOf(ticketId: string, side: Side, since?: Instant): Promise<MessageDocument[]> {
  const latest = await messages.find({
    where: {
      ticketId,
      ...(since === undefined ? {} : { at: _.gt(since) }),
      ...(side === 'owner' ? { side: _.in(['owner', 'handler'] as const) } : {}),
    },
    orderBy: [['at', 'desc']],
    limit: SHOWN_MAX,
  })
  return latest.reverse()
}

/** Every category in the order of the form. One request. */
export async function allCategories(): Promise<CategoryDocument[]> {
  const found = await categories.find({ where: {}, orderBy: [['_id', 'asc']], limit: CATEGORIES_MAX })
  return found.sort((a, b) => a.order - b.order)
}

/** Whose work the tickets of a desk are. */
export const roleAt = (site: string) => (site === MALL_DESK ? 'keeper' : 'facility')

/**
 * Who hears of a ticket that waits at a site: those of the named who are still there; where all of them have left, who
 * else is named at the desk, and then everybody who works on tickets of that site. One request, three at most.
 */
export async function hearingAt(desk: {
  site: string
  named: readonly string[]
  others?: readonly string[]
}): Promise<string[]> {
  for (const ids of [desk.named, desk.others ?? []]) {
    const there = ids.length === 0 ? [] : await colleaguesBy(ids)
    if (there.length > 0) return there.map(({ employeeId }) => employeeId)
  }
  const holders = await peopleWith(roleAt(desk.site))
  return holders
    .filter(({ grants }) => can(grants, HANDLE, desk.site))
    .map(({ employeeId }) => employeeId)
    .slice(0, HEARING_MAX)
}

/** Those who may be given tickets, at one site or at all that somebody works for. One request, none for nobody. */
export async function handlersOf(
  found: readonly CategoryDocument[],
  viewer: Pick<Employee, 'grants'>,
): Promise<z.infer<typeof Person>[]> {
  const ids = found.flatMap(category =>
    category.desks
      .filter(({ site }) => can(viewer.grants, HANDLE, site))
      .flatMap(({ site }) => handlersAt(category, site)),
  )
  const unique = [...new Set(ids)]
  return unique.length === 0 ? [] : colleaguesBy(unique)
}
