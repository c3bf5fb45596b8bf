import type { Leaving, OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import { notices, permissions } from './store'

/** What this room keeps about somebody. */
export async function exportOf(employeeId: string): Promise<OwnTables<'notices' | 'permissions'>> {
  const [found, permission] = await Promise.all([
    readAll(notices, { employeeId }, '_id'),
    permissions.get(employeeId),
  ])
  return { notices: found, permissions: permission ? [permission] : [] }
}

/** Removes it. Two requests. */
export async function forget({ employeeId }: Leaving): Promise<boolean> {
  await notices.removeWhere({ employeeId })
  await permissions.removeWhere({ _id: employeeId })
  return true
}
