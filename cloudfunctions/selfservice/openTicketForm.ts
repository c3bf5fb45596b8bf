import { selfservice } from '@domain/selfservice/contract'
import { handlersAt } from '@domain/selfservice/ticketCategory'
import { handle } from '@platform/context'
import { tickets } from './store'
import { allCategories } from './ticketReading'

export const openTicketForm = handle(selfservice.openTicketForm, async ({ employee }) => {
  const [found, [last]] = await Promise.all([
    allCategories(),
    tickets.find({
      where: { employeeId: employee.id },
      orderBy: [['_id', 'desc']],
      limit: 1,
      fields: ['place'],
    }),
  ])
  const offered = found.filter(category => handlersAt(category, employee.site).length > 0)
  return {
    site: employee.site,
    categories: offered.map(({ _id, name, icon, hint, fields, targetHours }) => ({
      categoryId: _id,
      ...{ name, icon, hint, fields, targetHours },
    })),
    place: last?.place ?? '',
  }
})
