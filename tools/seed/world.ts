import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { dayOf } from '../../domain/kernel/time'
import type { Calendar } from './calendar'
import type { Chance } from './chance'

/** A colleague as others see them. */
export interface Person {
  employeeId: string
  name: string
  site: string
  department: string
}

/** What every part of the demonstration world is made from. */
export interface World {
  calendar: Calendar
  chance: Chance
  roster: readonly EmployeeDocument[]
  /** A member of the cast by key. @throws when nobody is called that */
  who(key: string): EmployeeDocument
}

/** Whoever has joined since then is new to everything here. */
const NEW_DAYS = 30

/** Those of the company who have been here for a while: newcomers have signed up for nothing yet. */
export function settled({ roster, calendar }: World): EmployeeDocument[] {
  const newSince = dayOf(calendar.at(NEW_DAYS, '9:00'))
  return roster.filter(
    ({ status, department, joinedOn }) => status === 'active' && department !== '官方' && joinedOn < newSince,
  )
}

/** Chance guests are of these alone, so that those one can be hold what is told of them and no more. */
export const passersBy = (world: World) => settled(world).filter(({ boundAt }) => boundAt === null)

export function worldOf(roster: readonly EmployeeDocument[], calendar: Calendar, chance: Chance): World {
  const byOpenid = new Map(roster.map(employee => [employee.openid, employee]))
  return {
    calendar,
    chance,
    roster,
    who(key) {
      const employee = byOpenid.get(`demo-${key}`)
      if (!employee) throw new Error(`Nobody in the cast is called ${key}`)
      return employee
    },
  }
}
