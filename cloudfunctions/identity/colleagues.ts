import { nearness, searchTerm } from '@domain/identity/searchTerms'
import type { Person } from '@domain/kernel/schema'
import { _ } from '@platform/cloud'
import type * as z from 'zod'
import { type EmployeeDocument, employees } from './store'

type Colleague = z.output<typeof Person>

const SHOWN = ['_id', 'name', 'site', 'department'] as const

/** Of so many the nearest are taken: one who types goes on typing where there are more. */
const COMPARED_MAX = 50

/** Colleagues whose name, pinyin or number begins like this, the nearest first; of those who have left nobody. One request. */
export async function peopleNamed(text: string, max: number): Promise<Colleague[]> {
  const term = searchTerm(text)
  if (term === '') return []
  const found = await employees.find({
    where: { searchTerms: _.in([term]), status: 'active' },
    limit: COMPARED_MAX,
    fields: SHOWN,
  })
  return found
    .map(colleagueOf)
    .map(colleague => ({ colleague, far: nearness(colleague.name, text) }))
    .sort((a, b) => a.far - b.far || a.colleague.employeeId.localeCompare(b.colleague.employeeId))
    .slice(0, max)
    .map(({ colleague }) => colleague)
}

const NUMBER = /^VC\d{6}$/

/** The numbers of everybody who is or was here and is called like this; a whole number is itself. One request at most. */
export async function everCalled(text: string, max: number): Promise<string[]> {
  const number = text.trim().toUpperCase()
  if (NUMBER.test(number)) return [number]
  const term = searchTerm(text)
  if (term === '') return []
  const found = await employees.find({
    where: { searchTerms: _.in([term]), status: _.in(['active', 'left']) },
    limit: max,
    fields: ['_id'],
  })
  return found.map(({ _id }) => _id)
}

/** Colleagues by their numbers; of those who have left nobody. One request. */
export async function colleaguesBy(employeeIds: readonly string[]): Promise<Colleague[]> {
  const found = await employees.find({
    where: { _id: _.in([...employeeIds]), status: 'active' },
    limit: employeeIds.length,
    fields: SHOWN,
  })
  return found.map(colleagueOf)
}

/** The same, with whether they have registered. One request. */
export async function rosterBy(
  employeeIds: readonly string[],
): Promise<(Colleague & { isRegistered: boolean })[]> {
  const found = await employees.find({
    where: { _id: _.in([...employeeIds]), status: 'active' },
    limit: employeeIds.length,
    fields: [...SHOWN, 'boundAt'],
  })
  return found.map(one => ({ ...colleagueOf(one), isRegistered: one.boundAt !== null }))
}

/** Colleagues of a place or department, or all, by number after one of them. One request. */
export async function colleaguesAfter(
  of: { site?: string; department?: string },
  after: string,
  limit: number,
): Promise<Colleague[]> {
  const found = await employees.find({
    where: { status: 'active', ...of, _id: _.gt(after) },
    orderBy: [['_id', 'asc']],
    limit,
    fields: SHOWN,
  })
  return found.map(colleagueOf)
}

/** How colleagues are called, in the order asked for; who is unknown is left out. One request, none for nobody. */
export async function namesOf(
  employeeIds: readonly string[],
): Promise<{ employeeId: string; name: string }[]> {
  if (employeeIds.length === 0) return []
  const found = await employees.find({
    where: { _id: _.in([...employeeIds]) },
    limit: employeeIds.length,
    fields: ['_id', 'name'],
  })
  const names = new Map(found.map(({ _id, name }) => [_id, name]))
  return employeeIds.flatMap(employeeId => {
    const name = names.get(employeeId)
    return name === undefined ? [] : [{ employeeId, name }]
  })
}

function colleagueOf({ _id, name, site, department }: EmployeeDocument): Colleague {
  return { employeeId: _id, name, site, department }
}
