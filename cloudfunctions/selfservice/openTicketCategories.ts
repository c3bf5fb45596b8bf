import { can, scopesOf } from '@domain/access/roles'
import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { colleaguesBy, holdersOf } from '../identity/public'
import { allCategories } from './ticketReading'

export const openTicketCategories = handle(selfservice.openTicketCategories, async ({ employee }) => {
  const [found, { facility = [], keeper = [] }] = await Promise.all([
    allCategories(),
    holdersOf(['facility', 'keeper']),
  ])
  const holders = [...new Set([...facility, ...keeper])]
  const colleagues = holders.length === 0 ? [] : await colleaguesBy(holders)
  const among = (ids: readonly string[]) => colleagues.filter(({ employeeId }) => ids.includes(employeeId))
  return {
    categories: found.map(
      ({ _id, name, icon, hint, fields, targetHours, desks, together = false, version }) => ({
        categoryId: _id,
        ...{ name, icon, hint, fields, targetHours, together, version },
        desks: desks.filter(({ site }) => can(employee.grants, 'selfservice.tickets.handle', site)),
      }),
    ),
    people: among(facility),
    keepers: among(keeper),
    canEdit: scopesOf(employee.grants, 'selfservice.tickets.handle') === null,
  }
})
