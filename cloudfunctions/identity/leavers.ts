import { MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { rememberEach } from '@platform/memory'
import { employees } from './store'

/** As many as one read can return. */
const ASKED_MAX = 1_000

const hasLeft = rememberEach(MINUTE_MS, async (employeeIds: readonly string[]) => {
  const found = await employees.find({
    where: { _id: _.in([...employeeIds]) },
    limit: ASKED_MAX,
    fields: ['status'],
  })
  return new Map(found.map(({ _id, status }) => [_id, status === 'left']))
})

/**
 * Those of some people who have left the company. One request for all of whom this instance has not asked within the
 * last minute, so mostly none.
 */
export async function leaversAmong(employeeIds: readonly string[]): Promise<Set<string>> {
  const known = await hasLeft(employeeIds)
  return new Set(employeeIds.filter(id => known.get(id) === true))
}
