import { activeGrants, ownGrants } from '@domain/access/lending'
import type { Role } from '@domain/access/roles'
import { identity } from '@domain/identity/contract'
import { departmentsMeant, searchTerm } from '@domain/identity/searchTerms'
import { limits } from '@domain/kernel/limits'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { rosterPlaces } from './departments'
import { departmentsSeen } from './memberReading'
import { memberRow } from './people'
import { type EmployeeDocument, employees } from './store'

/** Who is looked for, by what is stored; `departments` empty: any. */
interface Wanted {
  term: string
  status: EmployeeDocument['status']
  departments: readonly string[]
  site: string | undefined
}

interface Page {
  found: EmployeeDocument[]
  total: number | null
}

const LAST = ''

/** A page of the roster after somebody, one more than is shown, and at the beginning how many there are. Two requests at most. */
async function pageOfRoster({ term, status, departments, site }: Wanted, after: string): Promise<Page> {
  const [only] = departments
  const where = {
    status,
    ...(term === '' ? {} : { searchTerms: _.in([term]) }),
    ...(only === undefined ? {} : { department: departments.length === 1 ? only : _.in([...departments]) }),
    ...(site === undefined ? {} : { site }),
  }
  const [found, total] = await Promise.all([
    employees.find({
      where: { ...where, ...(after === LAST ? {} : { _id: _.gt(after) }) },
      orderBy: [['_id', 'asc']],
      limit: limits.pageSize + 1,
    }),
    after === LAST ? employees.count(where) : null,
  ])
  return { found, total }
}

/** As many as one request brings; no role is held by so many. */
const HOLDERS_MAX = 1_000

/** The same of those who hold a role as their own now: they are few, and all of them are looked at. One request. */
async function pageOfHolders(
  { term, status, departments, site }: Wanted,
  { role, after, now }: { role: Role; after: string; now: Instant },
): Promise<Page> {
  const holders = await employees.find({ where: { 'grants.role': role, status }, limit: HOLDERS_MAX })
  const all = holders.filter(
    one =>
      activeGrants(ownGrants(one.grants), now).some(grant => grant.role === role) &&
      (term === '' || one.searchTerms.includes(term)) &&
      (departments.length === 0 || departments.includes(one.department)) &&
      (site === undefined || one.site === site),
  )
  all.sort((a, b) => (a._id < b._id ? -1 : 1))
  const found = all.filter(({ _id }) => _id > after).slice(0, limits.pageSize + 1)
  return { found, total: after === LAST ? all.length : null }
}

export const findMembers = handle(identity.findMembers, async ({ employee, now }, input) => {
  const { text, role, status, site, after = LAST } = input
  const departments = departmentsSeen(employee)
  const department = input.department ?? departments?.[0]
  const isOutside = departments !== null && (department === undefined || !departments.includes(department))
  if (isOutside) return { members: [], next: null, total: 0, meant: [], departments, now }
  const meant = department === undefined ? await departmentsTyped(text) : []
  const wanted = {
    term: meant.length > 0 ? '' : searchTerm(text),
    departments: department === undefined ? meant : [department],
    ...{ status, site },
  }
  const { found, total } = role
    ? await pageOfHolders(wanted, { role, after, now })
    : await pageOfRoster(wanted, after)
  const page = found.slice(0, limits.pageSize)
  return {
    members: page.map(one => memberRow(one, now)),
    next: found.length > page.length ? (page.at(-1)?._id ?? null) : null,
    ...{ total, meant, departments, now },
  }
})

/** The departments of the roster that were typed. */
async function departmentsTyped(text: string): Promise<string[]> {
  if (text.trim() === '') return []
  const { departments } = await rosterPlaces()
  return departmentsMeant(
    text,
    departments.map(({ value }) => value),
  )
}
