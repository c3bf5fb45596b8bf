import { Refusal } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { comingTo, sessionsBy } from '../booking/public'
import { stillHere } from '../identity/public'
import { isListed } from './eventViews'
import { events } from './store'

export const listComing = handle(union.listComing, async ({ employee, now }, { eventId, after }) => {
  const event = await events.require(eventId, 'UNION_EVENT_MISSING')
  const [sessions, found] = await Promise.all([
    sessionsBy([eventId]),
    comingTo(eventId, { isOver: now >= event.endsAt, after, limit: limits.pageSize + 1 }),
  ])
  const session = sessions.get(eventId)
  if (!session || !isListed(session, event, employee)) throw new Refusal('UNION_EVENT_MISSING')
  const { rows, next } = pageOf(found, limits.pageSize, ({ queueKey }) => queueKey)
  return { people: await stillHere(rows.map(({ person }) => person)), next }
})
