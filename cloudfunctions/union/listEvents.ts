import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { cardsOf, listedFrom } from './eventReading'
import { events } from './store'

export const listEvents = handle(union.listEvents, async (ctx, { associationId, past = false, after }) => {
  const from = after ?? listedFrom(ctx.now)
  const found = await events.find({
    where: {
      listKey: past ? _.lt(from) : _.gt(from),
      ...(associationId === undefined ? {} : { associationId }),
    },
    orderBy: [['listKey', past ? 'desc' : 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ listKey }) => listKey)
  return { events: await cardsOf(rows, ctx.employee), next, now: ctx.now }
})
