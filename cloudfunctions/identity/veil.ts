import { type Audience, HIDDEN_DEPARTMENT, maySee } from '@domain/identity/visibility'
import { MINUTE_MS } from '@domain/kernel/time'
import { remember } from '@platform/memory'
import { readAll } from '@platform/readAll'
import { type Faces, facesOf } from './faces'
import { discretions } from './store'

/** To whom those show their department who do not show it to everybody. A change is known everywhere within a minute. */
const hiders = remember(MINUTE_MS, async () => {
  const found = await readAll(discretions, { hides: true }, '_id')
  return new Map(found.map(({ _id, department }) => [_id, department]))
})

/**
 * Whoever does not show their department to everybody: where others are told by departments, they stand apart, for whose
 * department it is lies in the question and in no answer. Mostly no request, one a minute.
 */
export async function hidingDepartment(): Promise<ReadonlySet<string>> {
  return new Set((await hiders()).keys())
}

interface Viewer {
  employeeId: string
  department: string
  /** Their own picture, which their document says; undefined: none that others see. */
  face: string | undefined
}

/** What is known of those who stand in an answer. */
interface Known {
  hidden: ReadonlyMap<string, Audience>
  faces: Faces
}

/**
 * Takes the departments out of an answer that its reader may not see, and puts the pictures in, wherever in it a
 * colleague stands: a document that copied somebody knows nothing of what they chose since. No request where nobody else
 * stands in it, and mostly none otherwise: one a minute for all departments, and one for those whose picture was not asked
 * for within that time.
 */
export async function veil(answer: unknown, viewer: Viewer): Promise<unknown> {
  const standing = new Set<string>()
  collect(answer, standing)
  if (standing.size === 0) return answer
  const others = [...standing].filter(employeeId => employeeId !== viewer.employeeId)
  const [hidden, known] =
    others.length === 0 ? [nobodyHides, nobodysFaces] : await Promise.all([hiders(), facesOf(others)])
  const faces = viewer.face === undefined ? known : new Map([...known, [viewer.employeeId, viewer.face]])
  return hidden.size === 0 && faces.size === 0 ? answer : veiled(answer, viewer, { hidden, faces })
}

/**
 * The same of rows that leave as a table, of which no door can tell whose a cell is. Departments alone. Mostly no request,
 * one a minute.
 */
export async function veilRows<T>(
  rows: readonly T[],
  { id, department }: { id: string; department: string },
): Promise<T[]> {
  const hidden = await hiders()
  if (hidden.size === 0) return [...rows]
  const viewer = { employeeId: id, department, face: undefined }
  return rows.map(row => veiled(row, viewer, { hidden, faces: nobodysFaces }) as T)
}

const nobodyHides: ReadonlyMap<string, Audience> = new Map()
const nobodysFaces: Faces = new Map()

type Fields = Record<string, unknown>

/** A colleague as in `Person`, or somebody of whom a reply asks for the picture. */
function colleagueIn({ employeeId, department, face }: Fields): string | null {
  if (typeof employeeId !== 'string') return null
  return typeof department === 'string' || face !== undefined ? employeeId : null
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  const employeeId = Array.isArray(value) ? null : colleagueIn(value as Fields)
  if (employeeId !== null) into.add(employeeId)
  for (const one of Object.values(value)) collect(one, into)
}

function veiled(value: unknown, viewer: Viewer, known: Known): unknown {
  if (Array.isArray(value)) return value.map(one => veiled(one, viewer, known))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([field, one]) => [field, veiled(one, viewer, known)])
  const copy = Object.fromEntries(entries) as Fields
  const employeeId = colleagueIn(copy)
  if (employeeId === null) return copy
  const face = known.faces.get(employeeId)
  return {
    ...copy,
    ...(isHidden(copy, viewer, known.hidden) ? { department: HIDDEN_DEPARTMENT } : {}),
    ...(face === undefined ? {} : { face }),
  }
}

/** By the department that stands there: whoever is in it learns nothing new, also of somebody who has moved on. */
function isHidden(
  { employeeId, department }: Fields,
  viewer: Viewer,
  hidden: ReadonlyMap<string, Audience>,
): boolean {
  if (typeof employeeId !== 'string' || typeof department !== 'string') return false
  return !maySee(hidden.get(employeeId) ?? 'everyone', viewer, { employeeId, department })
}
