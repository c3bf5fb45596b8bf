import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { photoPage } from './photoViews'
import { events } from './store'

export const listEventPhotos = handle(union.listEventPhotos, async (ctx, { eventId, after }) => {
  const [page] = await Promise.all([
    photoPage({ eventId }, ctx.employee, after),
    events.require(eventId, 'UNION_EVENT_MISSING'),
  ])
  return { ...page, now: ctx.now }
})
