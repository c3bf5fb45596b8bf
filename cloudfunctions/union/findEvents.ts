import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { cardsOf, listedFrom } from './eventReading'
import { events } from './store'

/** All that a company has coming up, with room to spare. */
const UPCOMING_MAX = 300
const FOUND_MAX = 20

/** There are few enough to be looked through, so that no index of words is kept for them. */
export const findEvents = handle(union.findEvents, async (ctx, { text }) => {
  const upcoming = await events.find({
    where: { listKey: _.gt(listedFrom(ctx.now)) },
    orderBy: [['listKey', 'asc']],
    limit: UPCOMING_MAX,
  })
  const wanted = text.toLowerCase()
  const found = upcoming.filter(({ title, associationName, venue }) =>
    [title, associationName, venue.name].some(words => words.toLowerCase().includes(wanted)),
  )
  const cards = await cardsOf(found.slice(0, FOUND_MAX), ctx.employee)
  return { events: cards.filter(({ state }) => state === 'open'), now: ctx.now }
})
