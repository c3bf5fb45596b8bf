import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { selfservice } from '@domain/selfservice/contract'
import { openColumns } from '@domain/selfservice/ticket'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { tickets } from './store'
import { cardOf, followedOf } from './ticketViews'

export const listTickets = handle(selfservice.listTickets, async (ctx, { after }) => {
  const { employee, now } = ctx
  const [found, others] = await Promise.all([
    tickets.find({
      where: { employeeId: employee.id, ...(after === undefined ? {} : { _id: _.lt(after) }) },
      orderBy: [['_id', 'desc']],
      limit: limits.pageSize + 1,
    }),
    after === undefined
      ? tickets.find({
          where: { followerIds: _.in([employee.id]), column: _.in([...openColumns]) },
          limit: limits.pageSize,
        })
      : [],
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return {
    tickets: rows.map(ticket => cardOf(ticket, now)),
    followed: others.map(ticket => followedOf(ticket, now)),
    next,
    now,
  }
})
