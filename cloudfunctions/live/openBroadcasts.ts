import { limits } from '@domain/kernel/limits'
import { pageOf, sortKey } from '@domain/kernel/paging'
import { isOver, statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { broadcasts, scheduleOf } from './store'
import { type Card, cardFields, cardView } from './views'

/** More than are ever to come at once. */
const COMING_MAX = 50

export const openBroadcasts = handle(live.openBroadcasts, async ({ now }, { after }) => {
  const isFirst = after === undefined
  const overBy = sortKey(now + 1, '')
  const [running, over] = await Promise.all([
    isFirst ? readComing(now) : [],
    broadcasts.find({
      where: { stage: 'open', endKey: _.lt(after !== undefined && after < overBy ? after : overBy) },
      orderBy: [['endKey', 'desc']],
      limit: limits.pageSize + 1,
      fields: [...cardFields, 'endKey'],
    }),
  ])
  const { rows, next } = pageOf(over, limits.pageSize, ({ endKey }) => endKey)
  return {
    coming: running.map(one => cardView(one, now)),
    past: rows.map(one => cardView(one, now)),
    next,
    now,
  }
})

/** What is live first, then what begins next; what has yet to appear is not there. */
async function readComing(now: number): Promise<Card[]> {
  const found: Card[] = await broadcasts.find({
    where: { stage: 'open', endsAt: _.gt(now) },
    orderBy: [['endsAt', 'asc']],
    limit: COMING_MAX,
    fields: cardFields,
  })
  return found
    .filter(one => {
      const status = statusAt(scheduleOf(one), now)
      return status !== 'waiting' && !isOver(status)
    })
    .sort((a, b) => a.startsAt - b.startsAt)
}
