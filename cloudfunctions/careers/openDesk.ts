import { careers } from '@domain/careers/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { countsFor } from './board'
import { deskViewOf } from './positionViews'
import { citiesOf, citiesWhere } from './scope'
import { positions } from './store'

export const openDesk = handle(careers.openDesk, async ({ employee, now }, { state, after }) => {
  const [found, { counts: waiting, isComplete: waitingComplete }] = await Promise.all([
    positions.find({
      where: {
        ...citiesWhere(employee),
        state,
        ...(after === undefined ? {} : { changedKey: _.lt(after) }),
      },
      orderBy: [['changedKey', 'desc']],
      limit: limits.pageSize + 1,
    }),
    countsFor(employee),
  ])
  const { rows, next } = pageOf(found, limits.pageSize, ({ changedKey }) => changedKey)
  const cities = citiesOf(employee)
  return { positions: rows.map(deskViewOf), next, waiting, waitingComplete, cities, now }
})
