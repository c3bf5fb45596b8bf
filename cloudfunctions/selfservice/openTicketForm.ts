import { selfservice } from '@domain/selfservice/contract'
import { handlersAt } from '@domain/selfservice/ticketCategory'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { tickets } from './store'
import { allCategories } from './ticketReading'

/** Nobody minds whether a hundred are ahead or more. */
const AHEAD_MAX = 100

export const openTicketForm = handle(selfservice.openTicketForm, async ({ employee }) => {
  const [found, [last], underWay] = await Promise.all([
    allCategories(),
    tickets.find({
      where: { employeeId: employee.id },
      orderBy: [['_id', 'desc']],
      limit: 1,
      fields: ['place'],
    }),
    tickets.find({
      where: { site: employee.site, column: _.in(['incoming', 'working']) },
      limit: AHEAD_MAX,
      fields: ['categoryId'],
    }),
  ])
  const offered = found.filter(category => handlersAt(category, employee.site).length > 0)
  return {
    site: employee.site,
    categories: offered.map(({ _id, name, icon, hint, fields, targetHours }) => ({
      categoryId: _id,
      ...{ name, icon, hint, fields, targetHours },
      ahead: underWay.filter(({ categoryId }) => categoryId === _id).length,
    })),
    place: last?.place ?? '',
  }
})
