import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import { held, news, notices, permissions } from './store'

/** What this room keeps about somebody. */
export async function exportOf(employeeId: string): Promise<OwnTables<'notices' | 'permissions'>> {
  const [found, permission] = await Promise.all([
    readAll(notices, { employeeId }, '_id'),
    permissions.get(employeeId),
  ])
  // The text names colleagues as the inbox does; their numbers are theirs.
  const own = found.map(({ fromId: _fromId, ...notice }) => notice)
  return { notices: own, permissions: permission ? [permission] : [] }
}

/** Removes it; news that somebody sent stays everybody's, sent by a former colleague. Four requests. */
export async function forget({ employeeId, pseudonym }: Leaving): Promise<boolean> {
  await notices.removeWhere({ employeeId })
  await held.removeWhere({ employeeId })
  await permissions.removeWhere({ _id: employeeId })
  const sentBy = { employeeId: pseudonym, name: formerPerson(pseudonym).name }
  await news.updateWhere({ 'sentBy.employeeId': employeeId }, { sentBy })
  return true
}
