import type { OwnTables } from '@platform/ownData'
import { employees, rebinds } from './store'

/** What this room keeps about somebody. Two requests at most. */
export async function exportOf(employeeId: string): Promise<OwnTables<'person' | 'rebinds'>> {
  const person = await employees.get(employeeId)
  if (!person) return { person: [], rebinds: [] }
  const { openid: _openid, searchTerms: _terms, ...known } = person
  const rebind = person.pendingRebindId ? await rebinds.get(person.pendingRebindId) : null
  return { person: [known], rebinds: rebind ? [{ ...rebind, openid: undefined }] : [] }
}
