import type { Month } from '@domain/kernel/time'
import { type Part, retained, visitorsOn } from '@domain/stats/days'
import { dayAfter } from '@domain/stats/events'
import { monthOutOf } from '@domain/stats/months'
import { _ } from '@platform/cloud'
import type { Memory } from './rollDay'
import { daily, type MonthPeopleDocument, monthly, monthPeople } from './store'

const DAYS_MAX = 31
/** So many earlier months are followed. */
const COHORTS_MAX = 12

/** Counts a month from its days. Five requests. */
export async function rollMonth(month: Month, memory: Memory): Promise<void> {
  const days = await daily.find({
    where: { _id: _.gte(`${month}-01`).and(_.lte(`${month}-31`)) },
    orderBy: [['_id', 'asc']],
    limit: DAYS_MAX,
  })
  const ids = days.map(({ _id }) => _id)
  const own: MonthPeopleDocument = {
    _id: month,
    visited: visitorsOn(ids, memory.people),
    registered: ids.flatMap(on => memory.people.get(on)?.registered ?? []),
  }
  await monthPeople.put(own)
  const earlier = await monthPeople.find({
    where: { _id: _.lt(month) },
    orderBy: [['_id', 'desc']],
    limit: COHORTS_MAX,
  })
  const visited = new Set(own.visited)
  const cohort = ({ _id, registered }: MonthPeopleDocument): { month: Month } & Part => ({
    month: _id,
    of: registered.length,
    people: registered.filter(who => visited.has(who)).length,
  })
  const last = earlier.find(({ _id }) => _id === previousOf(month))
  await monthly.put(
    monthOutOf(month, days, {
      visitors: own.visited.length,
      retained: retained(last?.visited ?? [], own.visited),
      cohorts: earlier.map(cohort),
    }),
  )
}

function previousOf(month: Month): Month {
  return dayAfter(`${month}-01`, -1).slice(0, 7)
}
