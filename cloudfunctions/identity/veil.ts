import { type Audience, HIDDEN_DEPARTMENT, maySee } from '@domain/identity/visibility'
import { MINUTE_MS } from '@domain/kernel/time'
import { remember } from '@platform/memory'
import { readAll } from '@platform/readAll'
import { discretions } from './store'

/** To whom those show their department who do not show it to everybody. A change is known everywhere within a minute. */
const hiders = remember(MINUTE_MS, async () => {
  const found = await readAll(discretions, { hides: true }, '_id')
  return new Map(found.map(({ _id, department }) => [_id, department]))
})

interface Viewer {
  employeeId: string
  department: string
}

/**
 * Takes the departments out of an answer that its reader may not see, wherever in it a colleague stands: a document that
 * copied somebody knows nothing of what they chose since. No request where nobody else stands in it, and mostly none
 * otherwise: one a minute.
 */
export async function veil(answer: unknown, viewer: Viewer): Promise<unknown> {
  if (!namesOthers(answer, viewer)) return answer
  const hidden = await hiders()
  return hidden.size === 0 ? answer : veiled(answer, viewer, hidden)
}

function namesOthers(value: unknown, viewer: Viewer): boolean {
  if (Array.isArray(value)) return value.some(one => namesOthers(one, viewer))
  if (typeof value !== 'object' || value === null) return false
  const { employeeId, department } = value as Record<string, unknown>
  const isOther = typeof employeeId === 'string' && employeeId !== viewer.employeeId
  return (
    (isOther && typeof department === 'string') || Object.values(value).some(one => namesOthers(one, viewer))
  )
}

function veiled(value: unknown, viewer: Viewer, hidden: ReadonlyMap<string, Audience>): unknown {
  if (Array.isArray(value)) return value.map(one => veiled(one, viewer, hidden))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([field, one]) => [field, veiled(one, viewer, hidden)])
  const copy = Object.fromEntries(entries) as Record<string, unknown>
  return isHidden(copy, viewer, hidden) ? { ...copy, department: HIDDEN_DEPARTMENT } : copy
}

/** By the department that stands there: whoever is in it learns nothing new, also of somebody who has moved on. */
function isHidden(
  { employeeId, department }: Record<string, unknown>,
  viewer: Viewer,
  hidden: ReadonlyMap<string, Audience>,
): boolean {
  if (typeof employeeId !== 'string' || typeof department !== 'string') return false
  return !maySee(hidden.get(employeeId) ?? 'everyone', viewer, { employeeId, department })
}
