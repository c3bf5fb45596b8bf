import { can } from '@domain/access/roles'
import type { OutputOf, ParsedInputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import type { Instant } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { openColumns } from '@domain/selfservice/ticket'
import { isOverdue } from '@domain/selfservice/ticketDeadline'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { tickets } from './store'
import type { CategoryDocument, TicketDocument } from './ticketDocuments'
import { allCategories, handlersOf, sitesWhere } from './ticketReading'
import { cardOf } from './ticketViews'

const COUNTED_MAX = 1_000

type Wanted = ParsedInputOf<typeof selfservice.openTicketBoard>

export const openTicketBoard = handle(selfservice.openTicketBoard, async (ctx, input) => {
  const { employee, now } = ctx
  const [page, open, categories] = await Promise.all([
    columnOf(ctx, input),
    openOf(ctx, input),
    allCategories(),
  ])
  const { rows, next } = pageOf(page, limits.pageSize, ({ boardKey }) => boardKey)
  return {
    tickets: rows.map(ticket => cardOf(ticket, now)),
    next,
    counts: countsOf(open, employee.id, now),
    sites: sitesOf(categories, employee),
    categories: categories.map(({ _id, name }) => ({ categoryId: _id, name })),
    handlers: await handlersOf(categories, employee),
    now,
  }
})

/** Where the caller has tickets to look at: of the sites that any category has a desk at, those that are theirs. */
function sitesOf(found: readonly CategoryDocument[], { grants }: EmployeeContext['employee']): string[] {
  const all = [...new Set(found.flatMap(({ desks }) => desks.map(({ site }) => site)))]
  return all.filter(site => can(grants, 'selfservice.tickets.handle', site)).sort()
}

async function columnOf(
  { employee }: EmployeeContext,
  { column, whose, site, categoryId, after }: Wanted,
): Promise<TicketDocument[]> {
  const sites = sitesWhere(employee, site)
  if (sites === null) return []
  const assigneeId = { all: undefined, mine: employee.id, unassigned: '' }[whose]
  return tickets.find({
    where: {
      ...sites,
      column,
      ...(categoryId === undefined ? {} : { categoryId }),
      ...(assigneeId === undefined ? {} : { assigneeId }),
      ...(after === undefined ? {} : { boardKey: _.gt(after) }),
    },
    orderBy: [['boardKey', 'asc']],
    limit: limits.pageSize + 1,
  })
}

type Counted = Pick<TicketDocument, 'column' | 'assigneeId' | 'dueAt'>

async function openOf({ employee }: EmployeeContext, { site, categoryId }: Wanted): Promise<Counted[]> {
  const sites = sitesWhere(employee, site)
  if (sites === null) return []
  return tickets.find({
    where: {
      ...sites,
      column: _.in([...openColumns]),
      ...(categoryId === undefined ? {} : { categoryId }),
    },
    limit: COUNTED_MAX,
    fields: ['column', 'assigneeId', 'dueAt'],
  })
}

function countsOf(
  open: readonly Counted[],
  employeeId: string,
  now: Instant,
): OutputOf<typeof selfservice.openTicketBoard>['counts'] {
  const count = (is: (ticket: Counted) => boolean) => open.filter(is).length
  return {
    incoming: count(({ column }) => column === 'incoming'),
    working: count(({ column }) => column === 'working'),
    asking: count(({ column }) => column === 'asking'),
    overdue: count(ticket => isOverdue(ticket, now)),
    mine: count(({ assigneeId }) => assigneeId === employeeId),
  }
}
