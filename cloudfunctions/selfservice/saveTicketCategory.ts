import { scopesOf } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { holdersOf } from '../identity/public'
import { categories } from './store'
import type { CategoryDocument } from './ticketDocuments'
import { roleAt } from './ticketReading'

export const saveTicketCategory = handle(selfservice.saveTicketCategory, async (ctx, input) => {
  const { categoryId, version, ...core } = input
  refuse(
    scopesOf(ctx.employee.grants, 'selfservice.tickets.handle') !== null,
    'SELFSERVICE_CATEGORY_NOT_YOURS',
  )
  const holders = await holdersOf(['facility', 'keeper'])
  const strangers = core.desks.flatMap(({ site, leadId, handlerIds }) =>
    [leadId, ...handlerIds].filter(employeeId => !holders[roleAt(site)]?.includes(employeeId)),
  )
  // Whoever may not open a ticket can't be given one.
  refuse(strangers.length > 0, 'SELFSERVICE_HANDLER_MISSING', ['desks'])
  const seen: { before?: CategoryDocument } = {}
  return ctx.transaction(
    async tx => {
      const before = await categories.in(tx).require(categoryId, 'SELFSERVICE_CATEGORY_MISSING')
      refuse(before.version !== version, 'SELFSERVICE_CATEGORY_CHANGED')
      await categories.in(tx).update(categoryId, { ...core, version: version + 1 })
      seen.before = before
      return { version: version + 1 }
    },
    () => ({ subject: `${categories.name}/${categoryId}`, before: seen.before, after: core }),
  )
})
