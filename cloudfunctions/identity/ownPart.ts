import type { OwnTables } from '@platform/ownData'
import { correctionsOf } from './correctionReading'
import { employees, rebinds } from './store'

/** What this room keeps about somebody. Three requests at most. */
export async function exportOf(employeeId: string): Promise<OwnTables<'person' | 'rebinds' | 'corrections'>> {
  const person = await employees.get(employeeId)
  if (!person) return { person: [], rebinds: [], corrections: [] }
  const { openid: _openid, searchTerms: _terms, ...known } = person
  const [rebind, asked] = await Promise.all([
    person.pendingRebindId ? rebinds.get(person.pendingRebindId) : null,
    correctionsOf(employeeId),
  ])
  // Who decided is a colleague's part, and not the person's own.
  const corrections = asked.map(({ decision, ...one }) => ({ ...one, answer: decision?.reason ?? '' }))
  return { person: [known], rebinds: rebind ? [{ ...rebind, openid: undefined }] : [], corrections }
}
