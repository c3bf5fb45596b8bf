import { limits } from '@domain/kernel/limits'
import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { listedFrom } from './eventReading'
import { isNarrowed, ownOf, wishedAmong } from './eventWishes'
import { sitesOfAll } from './sites'
import { events } from './store'

/** How many events are looked through at once for what was asked; what follows is on the next page. */
const LOOKED_THROUGH = 100

export const listEvents = handle(union.listEvents, async ({ employee, now }, input) => {
  const { associationId, past = false, after, ...wish } = input
  const size = isNarrowed(wish) ? LOOKED_THROUGH : limits.pageSize
  const from = after ?? listedFrom(now)
  const [found, sites, own] = await Promise.all([
    events.find({
      where: {
        listKey: past ? _.lt(from) : _.gt(from),
        ...(associationId === undefined ? {} : { associationId }),
      },
      orderBy: [['listKey', past ? 'desc' : 'asc']],
      limit: size + 1,
    }),
    sitesOfAll(),
    ownOf(employee, wish),
  ])
  const looked = found.slice(0, size)
  return {
    events: await wishedAmong(looked, { wish, own, viewer: employee, now }),
    sites,
    next: found.length > size ? (looked.at(-1)?.listKey ?? null) : null,
    now,
  }
})
