import { _ } from '@platform/cloud'
import type { OwnTables } from '@platform/ownData'
import { correctionsOf } from './correctionReading'
import { employees, rebinds } from './store'

/** What this room keeps about somebody. Three requests at most. */
export async function exportOf(employeeId: string): Promise<OwnTables<'person' | 'rebinds' | 'corrections'>> {
  const person = await employees.get(employeeId)
  if (!person) return { person: [], rebinds: [], corrections: [] }
  const { openid: _openid, searchTerms: _terms, pendingRebinds = [], ...known } = person
  const asking = pendingRebinds.map(({ rebindId }) => rebindId)
  const [found, asked] = await Promise.all([
    asking.length > 0 ? rebinds.find({ where: { _id: _.in(asking) }, limit: asking.length }) : [],
    correctionsOf(employeeId),
  ])
  // Who decided is a colleague's part, and not the person's own; nor is who gave a role.
  const corrections = asked.map(({ decision, ...one }) => ({ ...one, answer: decision?.reason ?? '' }))
  const grants = known.grants.map(({ given, ...grant }) => ({
    ...grant,
    ...(given ? { givenAt: given.at } : {}),
  }))
  return {
    person: [{ ...known, grants }],
    rebinds: found.map(one => ({ ...one, openid: undefined })),
    corrections,
  }
}
