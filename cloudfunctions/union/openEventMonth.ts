import { sortKey } from '@domain/kernel/paging'
import { inChina, startOfDay } from '@domain/kernel/time'
import { union } from '@domain/union/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { ownOf, wishedAmong } from './eventWishes'
import { sitesOfAll } from './sites'
import { events as documents } from './store'

/** More than all associations have in a month; where they have more it is said. */
const EVENTS_MAX = 300

export const openEventMonth = handle(union.openEventMonth, async ({ employee, now }, { month, ...wish }) => {
  const fromAt = startOfDay(`${month}-01`)
  const untilAt = inChina(fromAt).add(1, 'month').valueOf()
  const [found, sites, own] = await Promise.all([
    documents.find({
      where: { listKey: _.gte(sortKey(fromAt, '')).and(_.lt(sortKey(untilAt, ''))) },
      orderBy: [['listKey', 'asc']],
      limit: EVENTS_MAX + 1,
    }),
    sitesOfAll(),
    ownOf(employee, wish),
  ])
  const shown = await wishedAmong(found.slice(0, EVENTS_MAX), { wish, own, viewer: employee, now })
  const events = shown.filter(({ state }) => state !== 'calledOff')
  return { month, events, complete: found.length <= EVENTS_MAX, sites, now }
})
