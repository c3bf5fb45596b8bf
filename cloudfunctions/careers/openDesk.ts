import { careers } from '@domain/careers/contract'
import { holdsAll } from '@domain/careers/positionSearch'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { columnsOf, isWhole, liveFor } from './board'
import { deskViewOf } from './positionViews'
import { citiesOf, citiesWhere } from './scope'
import { positions } from './store'

/** More than a state ever holds of a recruiter's cities. */
const SEARCHED_MAX = 1_000

export const openDesk = handle(careers.openDesk, async ({ employee, now }, { state, text = '', after }) => {
  const [found, live] = await Promise.all([
    positions.find({
      where: {
        ...citiesWhere(employee),
        state,
        ...(after === undefined ? {} : { changedKey: _.lt(after) }),
      },
      orderBy: [['changedKey', 'desc']],
      limit: text === '' ? limits.pageSize + 1 : SEARCHED_MAX,
    }),
    liveFor(employee),
  ])
  const held = found.filter(({ title, department, city, place }) =>
    holdsAll([title, department, city, place], text),
  )
  const { rows, next } = pageOf(held.slice(0, limits.pageSize + 1), limits.pageSize, one => one.changedKey)
  const waitingFor = (positionId: string) =>
    live.filter(one => one.column === 'fresh' && one.positionId === positionId).length
  return {
    positions: rows.map(position => deskViewOf(position, waitingFor(position._id))),
    next,
    waiting: columnsOf(live),
    waitingComplete: isWhole(live),
    cities: citiesOf(employee),
    now,
  }
})
