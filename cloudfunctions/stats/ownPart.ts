import type { Leaving, OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import { pseudonymOf } from './pseudonym'
import { batches, subscriptions } from './store'

/** What this room keeps about somebody: visits of the last ninety days, and whether they want the weekly report. */
export async function exportOf(employeeId: string): Promise<OwnTables<'visits'>> {
  const found = await readAll(batches, { who: pseudonymOf(employeeId) }, '_id')
  return { visits: found.map(({ department, visitId, events }) => ({ department, visitId, events })) }
}

/** Another pseudonym takes the person's place; the next run of the timer counts those days anew with it. */
export async function forget({ employeeId, pseudonym }: Leaving): Promise<boolean> {
  await batches.updateWhere({ who: pseudonymOf(employeeId) }, { who: pseudonymOf(pseudonym), rolled: false })
  await subscriptions.removeWhere({ _id: employeeId })
  return true
}
