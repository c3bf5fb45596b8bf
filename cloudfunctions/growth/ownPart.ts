import type { Leaving, OwnTables } from '@platform/ownData'
import { streaks } from './store'

/** What this room keeps about somebody. One request. */
export async function exportOf(employeeId: string): Promise<OwnTables<'streak'>> {
  const streak = await streaks.get(employeeId)
  return { streak: streak ? [streak] : [] }
}

/** Removes it. One request. */
export async function forget({ employeeId }: Leaving): Promise<boolean> {
  await streaks.removeWhere({ _id: employeeId })
  return true
}
