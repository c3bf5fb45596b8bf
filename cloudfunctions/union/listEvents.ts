import { limits } from '@domain/kernel/limits'
import { pageOf, sortKey } from '@domain/kernel/paging'
import { HOUR_MS } from '@domain/kernel/time'
import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { sessionsBy } from '../booking/public'
import { eventCardOf } from './eventViews'
import { events } from './store'

/** An event stays in the list for so long after its beginning: those on their way still look it up. */
const LISTED_MS = 3 * HOUR_MS

export const listEvents = handle(union.listEvents, async (ctx, { associationId, after }) => {
  const found = await events.find({
    where: {
      listKey: _.gt(after ?? sortKey(ctx.now - LISTED_MS, '')),
      ...(associationId === undefined ? {} : { associationId }),
    },
    orderBy: [['listKey', 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ listKey }) => listKey)
  const sessions = await sessionsBy(rows.map(({ _id }) => _id))
  const cards = rows.flatMap(event => {
    const session = sessions.get(event._id)
    return session ? [eventCardOf(event, session)] : []
  })
  return { events: cards, next, now: ctx.now }
})
