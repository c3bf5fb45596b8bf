import type { Grant, Role } from '../../domain/access/roles'
import type { Calendar } from './calendar'
import type { CastMember } from './cast'

interface Told {
  employeeId: string
  role: Role
  scopeId?: string
  daysAgo: number
  clock: string
  /** The last day on which it counts, so many days ahead; without it the role has no end. */
  lastsDays?: number
}

/** What the administrator has given, oldest first: some for a project's time, some for a year, some for good. */
const told: readonly Told[] = [
  { employeeId: 'VC011203', role: 'hr', daysAgo: 121, clock: '9:10' },
  { employeeId: 'VC011203', role: 'keeper', daysAgo: 121, clock: '9:12', lastsDays: 128 },
  { employeeId: 'VC011203', role: 'moderator', daysAgo: 118, clock: '15:30', lastsDays: 220 },
  { employeeId: 'VC021744', role: 'moderator', daysAgo: 84, clock: '11:05', lastsDays: 5 },
  { employeeId: 'VC017288', role: 'ops', daysAgo: 76, clock: '10:00', lastsDays: 37 },
  { employeeId: 'VC016418', role: 'lead', scopeId: '采购', daysAgo: 12, clock: '9:40', lastsDays: 353 },
  { employeeId: 'VC014815', role: 'lead', scopeId: '生产计划', daysAgo: 9, clock: '14:05', lastsDays: 356 },
  { employeeId: 'VC017019', role: 'editor', daysAgo: 4, clock: '10:20' },
]

const ADMIN = { byId: 'VC021268', byName: '任飞' }

/** Each grant that somebody gave, as `access.grantRole` would have written it. */
export function grantsGiven(
  calendar: Calendar,
): { employeeId: string; grant: Grant & Required<Pick<Grant, 'given'>> }[] {
  return told.map(({ employeeId, role, scopeId, daysAgo, clock, lastsDays }) => ({
    employeeId,
    grant: {
      role,
      ...(scopeId === undefined ? {} : { scopeId }),
      ...(lastsDays === undefined ? {} : { endsAt: calendar.ahead(lastsDays + 1, '0:00') }),
      given: { ...ADMIN, at: calendar.at(daysAgo, clock) },
    },
  }))
}

/** Somebody's roles: those that came with an office or with the first data, and those that were given. */
export function grantsOf({ employeeId, grants = [] }: CastMember, calendar: Calendar): Grant[] {
  const given = grantsGiven(calendar).filter(one => one.employeeId === employeeId)
  return grants.map(
    own => given.find(({ grant }) => grant.role === own.role && grant.scopeId === own.scopeId)?.grant ?? own,
  )
}
