import type { Engine } from '../engine/index'

const EMPLOYEES = 'identity_employees'
const ASSOCIATIONS = 'union_associations'

export interface DemoPerson {
  name: string
  openid: string
  employeeId: string | null
  department?: string
  site?: string
  roles: string[]
  /** By role what it is limited to, where that has a name: associations and departments. */
  scopes: Record<string, string[]>
}

interface Employee {
  _id: string
  name: string
  openid?: string | null
  department?: string
  site?: string
  grants?: { role: string; scopeId?: string | null }[]
}

/** What stands in place of a WeChat account while a colleague has none. */
const UNBOUND = 'unbound:'

const STRANGER = 'demo-stranger'

/**
 * Somebody WeChat knows and the company does not (yet): registration begins with this person. Once they have
 * registered, the next one stands at the door.
 */
function strangerAmong(employees: Employee[]): DemoPerson {
  const known = new Set(employees.map(({ openid }) => openid))
  let openid = STRANGER
  for (let next = 2; known.has(openid); next += 1) openid = `${STRANGER}-${next}`
  return { name: '新来的', openid, employeeId: null, roles: [], scopes: {} }
}

/** A department and a city are named as in the roster; other scopes than associations have no name here. */
const NAMED_BY_ID: ReadonlySet<string> = new Set(['lead'])

function scopesOf(
  grants: NonNullable<Employee['grants']>,
  associationNames: ReadonlyMap<string, string>,
): Record<string, string[]> {
  const scopes: Record<string, string[]> = {}
  for (const { role, scopeId } of grants) {
    const name = scopeId && (associationNames.get(scopeId) ?? (NAMED_BY_ID.has(role) ? scopeId : undefined))
    if (name) scopes[role] = [...(scopes[role] ?? []), name]
  }
  return scopes
}

/** Everyone a developer can be: the employees with a WeChat identity, those with roles first, and a stranger. */
export function demoPeople(engine: Pick<Engine, 'dump'>, collections: string[]): DemoPerson[] {
  const known = collections.includes(EMPLOYEES) ? (engine.dump(EMPLOYEES) as unknown as Employee[]) : []
  const associations = collections.includes(ASSOCIATIONS)
    ? (engine.dump(ASSOCIATIONS) as unknown as { _id: string; name: string }[])
    : []
  const nameOf = new Map(associations.map(({ _id, name }) => [_id, name]))
  const people = known.flatMap(({ _id, name, openid, department, site, grants }) =>
    openid && !openid.startsWith(UNBOUND)
      ? [
          {
            name,
            openid,
            employeeId: _id,
            department,
            site,
            roles: [...new Set((grants ?? []).map(grant => grant.role))],
            scopes: scopesOf(grants ?? [], nameOf),
          },
        ]
      : [],
  )
  people.sort(
    (left, right) => right.roles.length - left.roles.length || (left.openid < right.openid ? -1 : 1),
  )
  return [...people, strangerAmong(known)]
}
