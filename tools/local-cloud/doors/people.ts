import type { Engine } from '../engine/index'

const EMPLOYEES = 'identity_employees'

export interface DemoPerson {
  name: string
  openid: string
  employeeId: string | null
  department?: string
  site?: string
  roles: string[]
}

interface Employee {
  _id: string
  name: string
  openid?: string | null
  department?: string
  site?: string
  grants?: { role: string }[]
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
  return { name: '新来的', openid, employeeId: null, roles: [] }
}

/** Everyone a developer can be: the employees with a WeChat identity, those with roles first, and a stranger. */
export function demoPeople(engine: Pick<Engine, 'dump'>, collections: string[]): DemoPerson[] {
  const known = collections.includes(EMPLOYEES) ? (engine.dump(EMPLOYEES) as unknown as Employee[]) : []
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
          },
        ]
      : [],
  )
  people.sort(
    (left, right) => right.roles.length - left.roles.length || (left.openid < right.openid ? -1 : 1),
  )
  return [...people, strangerAmong(known)]
}
