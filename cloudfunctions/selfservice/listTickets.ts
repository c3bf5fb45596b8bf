import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { selfservice } from '@domain/selfservice/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { tickets } from './store'
import { cardOf } from './ticketViews'

export const listTickets = handle(selfservice.listTickets, async (ctx, { after }) => {
  const found = await tickets.find({
    where: { employeeId: ctx.employee.id, ...(after === undefined ? {} : { _id: _.lt(after) }) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return { tickets: rows.map(ticket => cardOf(ticket, ctx.now)), next, now: ctx.now }
})
