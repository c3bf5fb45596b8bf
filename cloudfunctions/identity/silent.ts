import { slicesOf } from '@domain/kernel/slices'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { employees } from './store'

/** As many as one read can return. */
const ASKED_MAX = 1_000

/** Those of some people who have left the company or are muted at an instant. One request for a thousand, none for nobody. */
export async function silentAmong(employeeIds: readonly string[], at: Instant): Promise<Set<string>> {
  const each = [...new Set(employeeIds)]
  const silent = new Set<string>()
  for (const some of slicesOf(each, ASKED_MAX)) {
    const found = await employees.find({
      where: { _id: _.in(some) },
      limit: ASKED_MAX,
      fields: ['status', 'mutedUntil'],
    })
    for (const { _id, status, mutedUntil } of found)
      if (status !== 'active' || (mutedUntil ?? 0) > at) silent.add(_id)
  }
  return silent
}
